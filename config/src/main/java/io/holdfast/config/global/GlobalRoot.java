package io.holdfast.config.global;

import io.holdfast.config.table.Block;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.value.Values;
import java.time.Duration;

/// What stands at the top level about the daemon as a whole.
public final class GlobalRoot {
    public static final Block BLOCK = Block.part();
    private static final Rows DOES = BLOCK.rows(Effect.EFFECTIVE);
    private static final Rows NOT_YET = BLOCK.rows(Effect.ACCEPTED);
    private static final Rows REFUSED = BLOCK.rows(Effect.REFUSED);

    public static final Keyword<Draft> GLOBAL_DEFS = DOES.block("global_defs", GlobalTables.GLOBAL_DEFS,
            "Settings of the daemon and defaults for instances; several such blocks are added up.");
    static final Keyword<Draft> GARP_GROUP = DOES.block("garp_group", GlobalTables.GARP_GROUP,
            "Interfaces on which announcements are kept apart.");
    public static final Keyword<Boolean> USE_PID_DIR = DOES.flag("use_pid_dir", "Pid files go to the run directory.");
    public static final Keyword<String> INSTANCE = DOES.keepingFirst().lax("instance", Values.TEXT,
            "Name of this daemon where several run on one machine; part of its pid file names.");
    public static final Keyword<Duration> CHILD_WAIT_TIME = DOES.value("child_wait_time",
            Values.wholeSeconds(0, 4_294_967_295L), "How long the children may take to stop.");

    static {
        NOT_YET.words("net_namespace_ipvs namespace_with_ipsets");
        REFUSED.words("net_namespace", "running outside the namespace would change addresses of the wrong network");
    }

    private GlobalRoot() {}
}
