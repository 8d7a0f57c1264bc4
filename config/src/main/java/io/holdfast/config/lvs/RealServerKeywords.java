package io.holdfast.config.lvs;

import io.holdfast.config.table.Block;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Repetition;
import io.holdfast.config.table.Rows;
import io.holdfast.config.value.Command;
import io.holdfast.config.value.CommandPhrase;
import io.holdfast.config.value.NamePhrase;
import io.holdfast.config.value.Values;
import io.holdfast.lvs.Endpoint;
import io.holdfast.lvs.Forwarding;
import java.time.Duration;

/// The keywords of `real_server`, but for the checks: see [ServerTables].
final class RealServerKeywords {
    static final Block BLOCK = Block.headed("real_server");
    private static final Rows NOT_YET = BLOCK.rows(Effect.ACCEPTED);
    private static final Rows ONCE = BLOCK.rows(Effect.ACCEPTED, Repetition.FIRST_KEPT);
    private static final Rows REPLACED = BLOCK.rows(Effect.ACCEPTED, Repetition.REPLACES);

    static final Keyword<Endpoint> ENDPOINT = NOT_YET.header(new EndpointPhrase(), "Where the server is.");
    static final Keyword<Integer> WEIGHT = NOT_YET.value("weight", Values.lenientInteger(0, Integer.MAX_VALUE),
            "Its share of connections.", "is that of the virtual server");
    static final Keyword<Forwarding> LVS_METHOD = NOT_YET.phrase("lvs_method", new ForwardingPhrase(),
            "How packets get there.", "is that of the virtual server");
    static final Keyword<Long> UTHRESHOLD = NOT_YET.value("uthreshold", Values.lenientCount(0, Limits.U32),
            "Connections above which it gets no more.");
    static final Keyword<Long> LTHRESHOLD = NOT_YET.value("lthreshold", Values.lenientCount(0, Limits.U32),
            "Connections below which it gets some again.");
    static final Keyword<Boolean> INHIBIT_ON_FAILURE = NOT_YET.optional("inhibit_on_failure", Values.BOOL, true,
            "When failed, it gets weight 0 instead of being removed.");
    static final Keyword<Command> NOTIFY_UP = ONCE.phrase("notify_up", new CommandPhrase(true),
            "Run when it comes up.");
    static final Keyword<Command> NOTIFY_DOWN = ONCE.phrase("notify_down", new CommandPhrase(true),
            "Run when it goes down.");
    static final Keyword<Boolean> ALPHA = NOT_YET.optional("alpha", Values.BOOL, true,
            "It is down until its checks succeeded.");
    static final Keyword<Long> RETRY = NOT_YET.value("retry", Limits.SERVER_RETRY,
            "Failures that its checks forgive, unless said there.");
    static final Keyword<Duration> DELAY_BEFORE_RETRY = NOT_YET.value("delay_before_retry", Limits.DELAY,
            "Time between attempts, unless said with the check.");
    static final Keyword<Duration> WARMUP = NOT_YET.value("warmup", Limits.DELAY,
            "Longest random delay of its first checks, unless said there.");
    static final Keyword<Duration> CONNECT_TIMEOUT = NOT_YET.value("connect_timeout", Limits.CONNECT,
            "Time for a connection, unless said with the check.");
    static final Keyword<Duration> DELAY_LOOP = NOT_YET.value("delay_loop", Limits.LOOP,
            "Time between its checks, unless said there.");
    static final Keyword<Boolean> SMTP_ALERT = NOT_YET.optional("smtp_alert", Values.BOOL, true,
            "Send a mail when it comes up or goes down.");
    static final Keyword<String> VIRTUALHOST = REPLACED.lax("virtualhost",
            new NamePhrase("a host name", Integer.MAX_VALUE), "Name that HTTP checks ask for, unless said there.");
    static final Keyword<String> SNMP_NAME = NOT_YET.lax("snmp_name", new NamePhrase("a name", Integer.MAX_VALUE),
            "What SNMP calls it.");

    private RealServerKeywords() {}
}
