package io.holdfast.checkers;

import io.holdfast.base.IpAddress;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.lvs.CheckContext;
import io.holdfast.config.lvs.Limits;
import io.holdfast.config.table.Block;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.table.Value;
import io.holdfast.config.value.Values;
import io.holdfast.lvs.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The keywords of all checks that talk to a server.
final class ConnectionKeywords {
    static final Block BLOCK = Block.part();
    private static final Rows NOT_YET = BLOCK.rows(Effect.ACCEPTED);
    private static final Value<Integer> PORT = Values.lenientInteger(1, 65_535);

    static final Keyword<IpAddress> CONNECT_IP = NOT_YET.value("connect_ip", Values.SOCKET_ADDRESS,
            "Address to check, if not that of the real server.");
    static final Keyword<Integer> CONNECT_PORT = NOT_YET.value("connect_port", PORT,
            "Port to check, if not that of the real server.");
    static final Keyword<IpAddress> BINDTO = NOT_YET.value("bindto", Values.SOCKET_ADDRESS,
            "Local address to check from.");
    static final Keyword<Integer> BIND_PORT = NOT_YET.value("bind_port", PORT,
            "Local port to check from; needs bindto.");
    static final Keyword<String> BIND_IF = NOT_YET.value("bind_if", Values.INTERFACE,
            "Interface to check through; needed for a link-local address.");
    static final Keyword<Duration> CONNECT_TIMEOUT = NOT_YET.value("connect_timeout", Limits.CONNECT,
            "Time for a connection.", "is that of the real server");
    static final Keyword<Long> FWMARK = NOT_YET.value("fwmark", Values.lenientCount(0, Limits.U32),
            "Firewall mark of the packets of the check.");
    private static final List<Keyword<?>> ALL = List.of(CONNECT_IP, CONNECT_PORT, BINDTO, BIND_PORT, BIND_IF,
            CONNECT_TIMEOUT, FWMARK);

    private ConnectionKeywords() {}

    /// Whether any of them was written.
    static boolean areIn(Draft draft) {
        for (Keyword<?> keyword : ALL) {
            if (draft.has(keyword)) {
                return true;
            }
        }
        return false;
    }

    /// The connection; empty if it cannot be made, which is then reported.
    static Optional<ConnectionSpec> spec(Draft draft, CheckContext context) {
        return spec(draft, context, context.defaults().connectTimeout());
    }

    /// @param timeout what holds unless the draft says it
    static Optional<ConnectionSpec> spec(Draft draft, CheckContext context, Duration timeout) {
        Endpoint server = context.server();
        Optional<Entry<IpAddress>> address = draft.last(CONNECT_IP);
        Optional<Entry<IpAddress>> source = draft.last(BINDTO);
        if (address.isPresent() && source.isPresent()
                && address.get().value().family() != source.get().value().family()) {
            // An address to bind to that never fitted the server does not cost the check its destination.
            boolean dropsSource = source.get().place().record() > address.get().place().record()
                    || source.get().value().family() != server.address().family();
            mixed(context, dropsSource ? source.get() : address.get());
            address = dropsSource ? address : Optional.empty();
            source = dropsSource ? Optional.empty() : source;
        }
        IpAddress target = address.isPresent() ? address.get().value() : server.address();
        if (source.isPresent() && source.get().value().family() != target.family()) {
            mixed(context, source.get());
            source = Optional.empty();
        }
        if (target.isLinkLocal() && !draft.has(BIND_IF)) {
            context.leaveOut(draft, address.isPresent() ? address.get().place() : draft.header().place(),
                    "the link-local address " + target + " needs bind_if");
            return Optional.empty();
        }
        return Optional.of(new ConnectionSpec(new Endpoint(target, draft.value(CONNECT_PORT, server.port())),
                source.isPresent() ? Optional.of(source.get().value()) : Optional.empty(), draft.value(BIND_PORT, 0),
                draft.value(BIND_IF), draft.value(CONNECT_TIMEOUT, timeout), draft.value(FWMARK, 0L)));
    }

    private static void mixed(CheckContext context, Entry<IpAddress> later) {
        context.report().add(Problem.CHECK_SETTING, later.place(),
                "the addresses at both ends of a check have to be of one family")
                .so(later.keyword().name() + " is left out").done();
    }
}
