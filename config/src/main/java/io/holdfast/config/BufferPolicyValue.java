package io.holdfast.config;

import io.holdfast.config.ReceiveBuffers.Policy;
import java.util.Locale;

/// A word of `vrrp_rx_bufs_policy`.
///
/// @param bytes how a number is read
record BufferPolicyValue(Value<Integer> bytes) implements Value<Policy> {
    @Override
    public String expects() {
        return "MTU, ADVERT or a number of bytes";
    }

    @Override
    public Outcome<Policy> read(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "MTU" -> Outcome.of(new Policy(Policy.Kind.MTU, 0));
            case "ADVERT" -> Outcome.of(new Policy(Policy.Kind.ADVERT, 0));
            default -> {
                Outcome<Integer> number = bytes.read(text);
                yield number.value().isEmpty() ? Outcome.wrong()
                        : Outcome.of(new Policy(Policy.Kind.BYTES, number.value().get()));
            }
        };
    }
}
