package io.holdfast.config.lvs;

import io.holdfast.base.Family;
import io.holdfast.config.table.Block;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Repetition;
import io.holdfast.config.table.Rows;
import io.holdfast.config.value.Choice;
import io.holdfast.config.value.Command;
import io.holdfast.config.value.CommandPhrase;
import io.holdfast.config.value.NamePhrase;
import io.holdfast.config.value.Values;
import io.holdfast.lvs.Endpoint;
import io.holdfast.lvs.Forwarding;
import io.holdfast.lvs.Granularity;
import io.holdfast.lvs.Protocol;
import io.holdfast.lvs.Scheduler;
import io.holdfast.lvs.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The keywords of `virtual_server`, but for `real_server`: see [ServerTables].
final class VirtualServerKeywords {
    static final Block BLOCK = Block.headed("virtual_server");
    static final int USUAL_TIMEOUT_SECONDS = 360;
    private static final Rows NOT_YET = BLOCK.rows(Effect.ACCEPTED);
    private static final Rows ONCE = BLOCK.rows(Effect.ACCEPTED, Repetition.FIRST_KEPT);
    private static final Rows REPLACED = BLOCK.rows(Effect.ACCEPTED, Repetition.REPLACES);
    private static final int MOST_TIMEOUT_SECONDS = 31 * 24 * 3600;

    static final Keyword<Service> SERVICE = NOT_YET.header(new ServicePhrase(), "What the server answers to.");
    static final Keyword<Family> IP_FAMILY = NOT_YET.value("ip_family", GroupMarkPhrase.FAMILY,
            "Family of a service of marks.");
    static final Keyword<Scheduler> LVS_SCHED = NOT_YET.value("lvs_sched",
            new Choice<>(schedulerNames(), List.of(Scheduler.values())), "How a real server is picked.");
    static final Keyword<Boolean> HASHED = NOT_YET.flag("hashed", "Without effect, as ever.");
    static final Keyword<Boolean> OPS = NOT_YET.flag("ops", "Each UDP packet is scheduled anew.");
    static final Keyword<Boolean> FLAG_1 = NOT_YET.flag("flag-1", "First flag of the scheduler.");
    static final Keyword<Boolean> FLAG_2 = NOT_YET.flag("flag-2", "Second flag of the scheduler.");
    static final Keyword<Boolean> FLAG_3 = NOT_YET.flag("flag-3", "Third flag of the scheduler.");
    static final Keyword<Boolean> SH_PORT = NOT_YET.flag("sh-port", "Source hashing looks at the port, too.");
    static final Keyword<Boolean> SH_FALLBACK = NOT_YET.flag("sh-fallback",
            "Source hashing passes a server by that is down.");
    static final Keyword<Boolean> MH_PORT = NOT_YET.flag("mh-port", "Maglev hashing looks at the port, too.");
    static final Keyword<Boolean> MH_FALLBACK = NOT_YET.flag("mh-fallback",
            "Maglev hashing passes a server by that is down.");
    static final Keyword<Forwarding> LVS_METHOD = NOT_YET.phrase("lvs_method", new ForwardingPhrase(),
            "How packets get to the real servers below.");
    static final Keyword<String> PERSISTENCE_ENGINE = NOT_YET.value("persistence_engine", new EngineValue(),
            "Kernel module that tells clients apart.");
    static final Keyword<Integer> PERSISTENCE_TIMEOUT = NOT_YET.optional("persistence_timeout",
            Values.integer(1, MOST_TIMEOUT_SECONDS), USUAL_TIMEOUT_SECONDS,
            "Seconds that a client stays with its real server; 360 without a number.");
    static final Keyword<Granularity> PERSISTENCE_GRANULARITY = NOT_YET.value("persistence_granularity",
            new GranularityValue(), "Which clients count as one.");
    static final Keyword<Protocol> PROTOCOL = NOT_YET.value("protocol", new ProtocolValue(),
            "Protocol of the service.");
    static final Keyword<Boolean> HA_SUSPEND = NOT_YET.flag("ha_suspend",
            "Check real servers only while the address of the service is on this machine.");

    static final Keyword<Long> RETRY = NOT_YET.value("retry", Limits.SERVER_RETRY,
            "Failures that checks forgive, unless said there.");
    static final Keyword<Duration> DELAY_BEFORE_RETRY = NOT_YET.value("delay_before_retry", Limits.DELAY,
            "Time between attempts, unless said with the check.");
    static final Keyword<Duration> WARMUP = NOT_YET.value("warmup", Limits.DELAY,
            "Longest random delay of first checks, unless said there.");
    static final Keyword<Duration> CONNECT_TIMEOUT = NOT_YET.value("connect_timeout", Limits.CONNECT,
            "Time for a connection, unless said with the check.", "stays at its default, 5 seconds");
    static final Keyword<Duration> DELAY_LOOP = NOT_YET.value("delay_loop", Limits.LOOP,
            "Time between checks, unless said there.", "stays at its default, 60 seconds");
    static final Keyword<Boolean> INHIBIT_ON_FAILURE = NOT_YET.flag("inhibit_on_failure",
            "Failed servers get weight 0 instead of being removed.");
    static final Keyword<Boolean> ALPHA = NOT_YET.flag("alpha", "Servers are down until their checks succeeded.");
    static final Keyword<Boolean> OMEGA = NOT_YET.flag("omega", "At the end, tell of servers going down.");
    static final Keyword<Boolean> SMTP_ALERT = NOT_YET.optional("smtp_alert", Values.BOOL, true,
            "Send a mail when the quorum is gained or lost.");
    static final Keyword<String> VIRTUALHOST = REPLACED.lax("virtualhost",
            new NamePhrase("a host name", Integer.MAX_VALUE), "Name that HTTP checks ask for, unless said there.");
    static final Keyword<String> SNMP_NAME = NOT_YET.lax("snmp_name", new NamePhrase("a name", Integer.MAX_VALUE),
            "What SNMP calls the server.");

    static final Keyword<Command> QUORUM_UP = ONCE.phrase("quorum_up", new CommandPhrase(true),
            "Run when the quorum is gained.");
    static final Keyword<Command> QUORUM_DOWN = ONCE.phrase("quorum_down", new CommandPhrase(true),
            "Run when the quorum is lost.");
    static final Keyword<Long> QUORUM = NOT_YET.valueOr("quorum", Values.lenientCount(1, Limits.U32), 1L,
            "Weight that has to be alive.", "is 1 instead");
    static final Keyword<Long> HYSTERESIS = NOT_YET.value("hysteresis", Values.lenientCount(0, Limits.U32),
            "By how much the quorum is exceeded or missed before anything is done.", "stays at its default, 0");
    static final Keyword<Integer> WEIGHT = NOT_YET.value("weight", Values.lenientInteger(1, Integer.MAX_VALUE),
            "Weight of real servers, unless said there.", "stays at its default, 1");
    static final Keyword<Endpoint> SORRY_SERVER = NOT_YET.phrase("sorry_server", new EndpointPhrase(),
            "Who answers below quorum.");
    static final Keyword<Boolean> SORRY_SERVER_INHIBIT = NOT_YET.flag("sorry_server_inhibit",
            "The sorry server gets weight 0 instead of being removed.");
    static final Keyword<Forwarding> SORRY_SERVER_LVS_METHOD = NOT_YET.phrase("sorry_server_lvs_method",
            new ForwardingPhrase(), "How packets get to the sorry server.");

    static {
        NOT_YET.alias("lb_algo", LVS_SCHED);
        NOT_YET.alias("lb_kind", LVS_METHOD);
    }

    private VirtualServerKeywords() {}

    private static List<String> schedulerNames() {
        List<String> names = new ArrayList<>();
        for (Scheduler scheduler : Scheduler.values()) {
            names.add(scheduler.kernelName());
        }
        return names;
    }
}
