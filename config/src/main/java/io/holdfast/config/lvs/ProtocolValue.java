package io.holdfast.config.lvs;

import io.holdfast.config.table.Value;
import io.holdfast.config.value.Choice;
import io.holdfast.lvs.Protocol;
import java.util.List;
import java.util.Locale;

/// `TCP`, `UDP` or `SCTP`, in any case.
record ProtocolValue() implements Value<Protocol> {
    private static final Choice<Protocol> UPPER = new Choice<>(List.of("TCP", "UDP", "SCTP"),
            List.of(Protocol.TCP, Protocol.UDP, Protocol.SCTP));

    @Override
    public String expects() {
        return UPPER.expects();
    }

    @Override
    public Outcome<Protocol> read(String text) {
        return UPPER.read(text.toUpperCase(Locale.ROOT));
    }
}
