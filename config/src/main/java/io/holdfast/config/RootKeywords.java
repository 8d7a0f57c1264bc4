package io.holdfast.config;

import java.time.Duration;

/// The top level of a configuration.
final class RootKeywords {
    static final Block BLOCK = Block.plain("the top level");
    private static final Rows DOES = BLOCK.rows(Effect.EFFECTIVE);
    private static final Rows NOT_YET = BLOCK.rows(Effect.ACCEPTED);
    private static final Rows REFUSED = BLOCK.rows(Effect.REFUSED);

    static final Keyword<Draft> GLOBAL_DEFS = DOES.block("global_defs", Tables.GLOBAL_DEFS,
            "Settings of the daemon and defaults for instances; several such blocks are added up.");
    static final Keyword<Draft> VRRP_INSTANCE = DOES.block("vrrp_instance", Tables.VRRP_INSTANCE,
            "One virtual router on one interface.");
    static final Keyword<Draft> GARP_GROUP = DOES.block("garp_group", Tables.GARP_GROUP,
            "Interfaces on which announcements are kept apart.");
    static final Keyword<Boolean> USE_PID_DIR = DOES.flag("use_pid_dir", "Pid files go to the run directory.");
    static final Keyword<String> INSTANCE = DOES.lax("instance", Values.TEXT,
            "Name of this daemon where several run on one machine; part of its pid file names.");
    static final Keyword<Duration> CHILD_WAIT_TIME = DOES.value("child_wait_time",
            Value.wholeSeconds(0, 4_294_967_295L), "How long the children may take to stop.");

    static {
        NOT_YET.units("track_group static_ipaddress static_routes static_rules vrrp_sync_group"
                + " linkbeat_interfaces vrrp_script vrrp_track_process interface_up_down_delays track_file"
                + " vrrp_track_file SSL virtual_server_group virtual_server bfd_instance");
        NOT_YET.words("linkbeat_use_polling net_namespace_ipvs namespace_with_ipsets");
        REFUSED.words("net_namespace", "running outside the namespace would change addresses of the wrong network");
    }

    private RootKeywords() {}
}
