package io.holdfast.config.lvs;

import io.holdfast.base.IpAddress;
import io.holdfast.config.table.Clause;
import io.holdfast.config.table.Phrase;
import io.holdfast.config.table.Value;
import io.holdfast.config.value.Values;
import io.holdfast.lvs.Endpoint;
import java.util.Optional;

/// `IP [PORT]`.
record EndpointPhrase() implements Phrase<Endpoint> {
    static final Value<Integer> PORT = new Port();

    @Override
    public String expects() {
        return "an IP address and perhaps a port";
    }

    @Override
    public Optional<Endpoint> read(Clause clause) {
        Optional<IpAddress> address = clause.value(Values.SOCKET_ADDRESS);
        if (address.isEmpty()) {
            return Optional.empty();
        }
        Optional<Integer> port = clause.hasNext() ? clause.value(PORT) : Optional.of(0);
        return port.isEmpty() ? Optional.empty() : Optional.of(new Endpoint(address.get(), port.get()));
    }

    /// A port of only zeros is none (10).
    private record Port() implements Value<Integer> {
        private static final Value<Integer> NUMBER = Values.lenientInteger(1, 65_535);

        @Override
        public String expects() {
            return "a port, 1 to 65535";
        }

        @Override
        public Outcome<Integer> read(String text) {
            int at = 0;
            while (at < text.length() && text.charAt(at) == '0') {
                at++;
            }
            return at == text.length() && at > 0 ? Outcome.of(0) : NUMBER.read(text);
        }
    }
}
