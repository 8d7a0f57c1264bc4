package io.holdfast.config.lvs;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.table.Clause;
import io.holdfast.config.table.Phrase;
import io.holdfast.config.table.Value;
import io.holdfast.config.text.Word;
import io.holdfast.config.value.Choice;
import io.holdfast.config.value.Values;
import io.holdfast.lvs.Forwarding;
import io.holdfast.lvs.Forwarding.Tunnel;
import io.holdfast.lvs.Forwarding.TunnelChecksum;
import io.holdfast.lvs.Forwarding.TunnelType;
import java.util.List;
import java.util.Optional;

/// `NAT|DR|TUN [type ipip|gue|gre] [port N] [nocsum|csum|remcsum]`.
record ForwardingPhrase() implements Phrase<Forwarding> {
    private static final Choice<Forwarding> METHOD = new Choice<>(List.of("NAT", "DR", "TUN"),
            List.of(Forwarding.NAT, Forwarding.DIRECT, Forwarding.IPIP));
    private static final Choice<TunnelType> TYPE = new Choice<>(List.of("ipip", "gue", "gre"),
            List.of(TunnelType.IPIP, TunnelType.GUE, TunnelType.GRE));
    private static final Choice<TunnelChecksum> CHECKSUM = new Choice<>(List.of("nocsum", "csum", "remcsum"),
            List.of(TunnelChecksum.NONE, TunnelChecksum.FULL, TunnelChecksum.REMOTE));
    private static final Value<Integer> PORT = Values.integer(1, 65_535);

    @Override
    public String expects() {
        return "NAT, DR, or TUN and perhaps type, port and checksum of the tunnel";
    }

    @Override
    public Optional<Forwarding> read(Clause clause) {
        Word word = clause.peek();
        Optional<Forwarding> method = clause.value(METHOD);
        if (method.isEmpty()) {
            return method;
        }
        if (!method.get().isTunnel()) {
            clause.ignoreRest("an option of " + word.text() + ", which has none");
            return method;
        }
        TunnelType type = TunnelType.IPIP;
        TunnelChecksum checksum = TunnelChecksum.NONE;
        int port = 0;
        while (clause.hasNext()) {
            if (clause.takes("type")) {
                Optional<TunnelType> read = option(clause, "type", TYPE);
                if (read.isEmpty()) {
                    return Optional.empty();
                }
                type = read.get();
            } else if (clause.takes("port")) {
                Optional<Integer> read = option(clause, "port", PORT);
                if (read.isEmpty()) {
                    return Optional.empty();
                }
                port = read.get();
            } else {
                Optional<TunnelChecksum> read = clause.value(CHECKSUM);
                if (read.isEmpty()) {
                    return Optional.empty();
                }
                checksum = read.get();
            }
        }
        String wrong = contradiction(type, port, checksum);
        if (!wrong.isEmpty()) {
            clause.add(Problem.BAD_VALUE, word.place(), wrong).so("the line is left out").done();
            return Optional.empty();
        }
        return Optional.of(Forwarding.tunnel(new Tunnel(type, port, checksum)));
    }

    private static <T> Optional<T> option(Clause clause, String name, Value<T> value) {
        if (!clause.hasNext()) {
            clause.missing(value.expects() + " behind " + name);
            return Optional.empty();
        }
        return clause.value(value);
    }

    /// What the kernel could make nothing of (3.2).
    private static String contradiction(TunnelType type, int port, TunnelChecksum checksum) {
        if (type == TunnelType.GUE && port == 0) {
            return "a gue tunnel needs a port";
        }
        if (type != TunnelType.GUE && port != 0) {
            return "only a gue tunnel has a port";
        }
        if (type == TunnelType.IPIP && checksum != TunnelChecksum.NONE) {
            return "an ipip tunnel has no checksum";
        }
        return type == TunnelType.GRE && checksum == TunnelChecksum.REMOTE ? "a gre tunnel cannot do remcsum" : "";
    }
}
