package io.holdfast.config.global;

import io.holdfast.base.IpAddress;
import io.holdfast.config.table.Block;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.value.Choice;
import io.holdfast.config.value.Values;
import io.holdfast.supervise.IpvsSpec;
import io.holdfast.supervise.IpvsSpec.Flush;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// IPVS as a whole (`checkers-ipvs.md` 1.12, 3.7).
final class IpvsKeywords {
    static final Block BLOCK = Block.part();
    static final Block TIMEOUTS = Block.plain("lvs_timeouts");
    static final Block SYNC_DAEMON = Block.plain("lvs_sync_daemon");
    private static final int MOST_SECONDS = 2_678_400; // 31 days
    private static final Choice<Flush> FLUSHES = new Choice<>(List.of("VS"), List.of(Flush.VIRTUAL_SERVERS));
    private static final Rows NOT_YET = BLOCK.rows(Effect.ACCEPTED);
    private static final Rows TIMEOUT = TIMEOUTS.rows(Effect.EFFECTIVE);
    private static final Rows SYNC = SYNC_DAEMON.rows(Effect.EFFECTIVE);

    static final Keyword<Draft> LVS_TIMEOUTS = NOT_YET.entry("lvs_timeouts", GlobalTables.LVS_TIMEOUTS,
            "When the kernel forgets connections that do nothing.");
    static final Keyword<Duration> TCP = TIMEOUT.value("tcp", Values.wholeSeconds(0, MOST_SECONDS),
            "Seconds for TCP.");
    static final Keyword<Duration> TCP_FIN = TIMEOUT.value("tcpfin", Values.wholeSeconds(0, MOST_SECONDS),
            "Seconds for TCP after a FIN.");
    static final Keyword<Duration> UDP = TIMEOUT.value("udp", Values.wholeSeconds(0, MOST_SECONDS),
            "Seconds for UDP.");

    static final Keyword<Boolean> FLUSH = NOT_YET.flag("lvs_flush", "Empty the IPVS tables at the start.");
    static final Keyword<Flush> FLUSH_ON_STOP = NOT_YET.optional("lvs_flush_on_stop", FLUSHES, Flush.ALL,
            "Empty the IPVS tables at the end, or with VS delete whole virtual servers.");
    static final Keyword<Flush> FLUSH_ONSTOP = NOT_YET.optional("lvs_flush_onstop", FLUSHES, Flush.ALL,
            "Old name of lvs_flush_on_stop.");

    static final Keyword<Draft> LVS_SYNC_DAEMON = NOT_YET.keepingFirst().entry("lvs_sync_daemon",
            GlobalTables.LVS_SYNC_DAEMON, "Tell another machine of connections, as long as an instance is master.");
    static final Keyword<String> SYNC_INTERFACE = SYNC.lead(Values.INTERFACE, "Where it sends and listens.");
    static final Keyword<String> SYNC_INSTANCE = SYNC.value("inst", Values.WORD, "Instance whose state it follows.");
    static final Keyword<Integer> SYNC_ID = SYNC.value("id", Values.integer(0, 255), "Number of the sync domain.");
    static final Keyword<Integer> SYNC_LENGTH = SYNC.value("maxlen", Values.integer(1, 65_507),
            "Bytes of a message.");
    static final Keyword<Integer> SYNC_PORT = SYNC.value("port", Values.integer(1, 65_535), "UDP port.");
    static final Keyword<Integer> SYNC_TTL = SYNC.value("ttl", Values.integer(1, 255), "Hop limit.");
    static final Keyword<IpAddress> SYNC_GROUP = SYNC.value("group", Values.MULTICAST, "Multicast group.");

    static final Keyword<Boolean> LOG_FAILURES = NOT_YET.optional("checker_log_all_failures", Values.BOOL, true,
            "Log each failed check, not only changes of state.");
    static final Keyword<Boolean> INIT_NOTIFIES = NOT_YET.optional("rs_init_notifies", Values.BOOL, true,
            "Notify of real servers that come up at the start.");

    private IpvsKeywords() {}

    static IpvsSpec spec(Draft global) {
        Optional<Flush> flush = global.value(FLUSH_ON_STOP);
        return new IpvsSpec(timeout(global, TCP), timeout(global, TCP_FIN), timeout(global, UDP), global.has(FLUSH),
                flush.isPresent() ? flush.get() : global.value(FLUSH_ONSTOP, Flush.ONE_BY_ONE),
                syncDaemon(global), global.value(LOG_FAILURES, false), global.value(INIT_NOTIFIES, false));
    }

    private static Optional<Duration> timeout(Draft global, Keyword<Duration> which) {
        Optional<Draft> timeouts = global.value(LVS_TIMEOUTS);
        return timeouts.isEmpty() ? Optional.empty() : timeouts.get().value(which);
    }

    private static Optional<IpvsSpec.SyncDaemon> syncDaemon(Draft global) {
        Optional<Draft> written = global.value(LVS_SYNC_DAEMON);
        if (written.isEmpty() || written.get().value(SYNC_INTERFACE).isEmpty()) {
            return Optional.empty();
        }
        Draft draft = written.get();
        return Optional.of(new IpvsSpec.SyncDaemon(draft.value(SYNC_INTERFACE).get(), draft.value(SYNC_INSTANCE),
                number(draft, SYNC_ID), number(draft, SYNC_LENGTH), number(draft, SYNC_PORT),
                number(draft, SYNC_TTL), draft.value(SYNC_GROUP)));
    }

    private static OptionalInt number(Draft draft, Keyword<Integer> keyword) {
        Optional<Integer> value = draft.value(keyword);
        return value.isPresent() ? OptionalInt.of(value.get()) : OptionalInt.empty();
    }
}
