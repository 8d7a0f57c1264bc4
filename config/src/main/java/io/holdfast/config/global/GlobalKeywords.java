package io.holdfast.config.global;

import io.holdfast.base.IpAddress;
import io.holdfast.config.table.Block;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.table.Value;
import io.holdfast.config.value.Choice;
import io.holdfast.config.value.Values;
import io.holdfast.vrrp.VrrpVersion;
import java.time.Duration;
import java.util.List;

/// The keywords of `global_defs`.
public final class GlobalKeywords {
    public static final Value<VrrpVersion> VERSION =
            new Choice<>(List.of("2", "3"), List.of(VrrpVersion.V2, VrrpVersion.V3));
    private static final long U32 = 4_294_967_295L;
    private static final long MAX_TIMER = 4_294_967_295L; // microseconds in a 32-bit number: 4294.967295 s
    private static final Block OWN = Block.part();
    private static final Rows DOES = OWN.rows(Effect.EFFECTIVE);
    private static final Rows NOT_YET = OWN.rows(Effect.ACCEPTED);

    // The daemon.
    public static final Keyword<String> ROUTER_ID = DOES.lax("router_id",
            Values.TEXT, "How this machine calls itself.");
    static final Keyword<Boolean> PROCESS_NAMES = DOES.flag("process_names", "Name the processes after their task.");
    public static final Keyword<String> PROCESS_NAME = DOES.value("process_name",
            Values.PROCESS_NAME, "Name of the parent.");
    public static final Keyword<Integer> UMASK = DOES.value("umask", new UmaskValue(), "File creation mask.");
    public static final Keyword<Integer> MAX_AUTO_PRIORITY = DOES.optional("max_auto_priority",
            Values.lenientInteger(-1, 99), 99, "Ceiling of the real-time priority gained by being late; 0 for never.");
    public static final Keyword<Duration> MIN_AUTO_PRIORITY_DELAY = DOES.lax("min_auto_priority_delay",
            Values.micros(1, 10_000_000), "Lateness in microseconds that raises the priority.");
    public static final Keyword<Boolean> AUTO_REALTIME = DOES.optional("auto_realtime", Values.BOOL, true,
            "Holdfast's own: real-time scheduling without being asked for if an interval is below 100 ms.");
    public static final Keyword<Boolean> CONTROL_SOCKET = DOES.optional("control_socket", Values.BOOL, true,
            "Holdfast's own: whether the running daemon can be asked at a control socket.");

    // Defaults for instances.
    public static final Keyword<VrrpVersion> VRRP_VERSION = DOES.value("vrrp_version", VERSION,
            "Protocol version of IPv4 instances.", "stays at its default, 2");
    public static final Keyword<Duration> GARP_MASTER_DELAY = DOES.value("vrrp_garp_master_delay",
            Values.wholeSeconds(0, 4294), "Wait before the second gratuitous ARP burst; 0 for none.");
    public static final Keyword<Integer> GARP_MASTER_REPEAT = DOES.value("vrrp_garp_master_repeat",
            new RoundsValue(U32), "Rounds of a gratuitous ARP burst.");
    public static final Keyword<Duration> GARP_MASTER_REFRESH = DOES.value("vrrp_garp_master_refresh",
            Values.wholeSeconds(0, U32), "Interval of the periodic gratuitous ARP; 0 for none.");
    public static final Keyword<Integer> GARP_MASTER_REFRESH_REPEAT = DOES.value("vrrp_garp_master_refresh_repeat",
            new RoundsValue(U32), "Rounds of a periodic gratuitous ARP.");
    public static final Keyword<Duration> GARP_LOWER_PRIO_DELAY = DOES.value("vrrp_garp_lower_prio_delay",
            Values.wholeSeconds(0, 4294), "Wait before the second burst after a lower priority was heard.");
    public static final Keyword<Integer> GARP_LOWER_PRIO_REPEAT = DOES.value("vrrp_garp_lower_prio_repeat",
            Values.lenientInteger(0, Integer.MAX_VALUE), "Rounds after a lower priority was heard.");
    public static final Keyword<Boolean> MIN_GARP = DOES.optional("vrrp_min_garp", Values.BOOL, true,
            "A single round and no second burst, where nothing else is set.");
    public static final Keyword<Integer> DOWN_TIMER_ADVERTS = DOES.value("vrrp_down_timer_adverts",
            Values.lenientInteger(1, 100), "Advertisements that may be missed.", "stays at its default, 3");
    public static final Keyword<Boolean> SKIP_CHECK_ADV_ADDR = DOES.optional("vrrp_skip_check_adv_addr",
            Values.BOOL, true,
            "Compare address lists only when the master changes.");
    public static final Keyword<Boolean> LOWER_PRIO_NO_ADVERT = DOES.optional("vrrp_lower_prio_no_advert",
            Values.BOOL, true,
            "Do not answer an advertisement of lower priority.");
    public static final Keyword<Boolean> HIGHER_PRIO_SEND_ADVERT = DOES.optional("vrrp_higher_prio_send_advert",
            Values.BOOL, true, "Advertise once more before yielding.");
    public static final Keyword<Boolean> OWNER_IGNORE_ADVERTS = DOES.optional("vrrp_owner_ignore_adverts",
            Values.BOOL, true,
            "Owners of the addresses ignore advertisements.");
    public static final Keyword<Boolean> STRICT = DOES.optional("vrrp_strict", Values.BOOL, true,
            "Settings that contradict the RFC are overridden.");
    public static final Keyword<Boolean> V3_CHECKSUM_AS_V2 = DOES.flag("v3_checksum_as_v2",
            "No pseudo header in the checksum of VRRPv3 over IPv4.");

    // All of VRRP.
    public static final Keyword<IpAddress> MCAST_GROUP4 = DOES.value("vrrp_mcast_group4", Values.MULTICAST_V4,
            "Group that advertisements over IPv4 go to.", "stays at its default, 224.0.0.18");
    public static final Keyword<IpAddress> MCAST_GROUP6 = DOES.value("vrrp_mcast_group6", Values.MULTICAST_V6,
            "Group that advertisements over IPv6 go to.", "stays at its default, ff02::12");
    public static final Keyword<Boolean> CHECK_UNICAST_SRC = DOES.flag("vrrp_check_unicast_src",
            "Unicast advertisements are accepted from peers only.");
    public static final Keyword<Duration> STARTUP_DELAY = DOES.value("vrrp_startup_delay",
            Values.seconds(1_000, MAX_TIMER),
            "How long instances keep still after the start.", "stays at its default, no delay");
    public static final Keyword<Duration> DELAY_AFTER_BOOT = DOES.value("vrrp_delay_after_boot",
            Values.seconds(1_000, MAX_TIMER), "How long instances keep still after the machine was started.",
            "stays at its default, no delay");
    public static final Keyword<List<BufferPolicy>> RX_BUFS_POLICY = DOES.several("vrrp_rx_bufs_policy",
            new BufferPolicyValue(Values.integer(0, U32)),
            "Receive buffer each instance asks for: a number of bytes, or MTU or ADVERT for a multiple of that size.");
    public static final Keyword<Integer> RX_BUFS_MULTIPLIER = DOES.lax("vrrp_rx_bufs_multiplier",
            Values.integer(1, U32),
            "The multiple for vrrp_rx_bufs_policy.");
    static final Keyword<Duration> GARP_INTERVAL = DOES.value("vrrp_garp_interval", new GapValue(MAX_TIMER),
            "Gap between gratuitous ARP messages on an interface.", "stays at its default, 0 (no gap)");
    static final Keyword<Duration> GNA_INTERVAL = DOES.value("vrrp_gna_interval", new GapValue(MAX_TIMER),
            "Gap between unsolicited neighbour advertisements on an interface.", "stays at its default, 0 (no gap)");
    static final Keyword<Integer> NETLINK_COMMAND_BUFFER = DOES.lax("vrrp_netlink_cmd_rcv_bufs",
            Values.integer(1, U32), "Receive buffer for the kernel's answers, if more than the usual megabyte.");
    static final Keyword<Boolean> NETLINK_COMMAND_FORCE = DOES.optional("vrrp_netlink_cmd_rcv_bufs_force",
            Values.BOOL, true, "Beyond net.core.rmem_max, which that buffer may always be.");
    static final Keyword<Integer> NETLINK_MONITOR_BUFFER = DOES.lax("vrrp_netlink_monitor_rcv_bufs",
            Values.integer(1, U32), "Receive buffer for the kernel's reports of changes; a megabyte otherwise.");
    static final Keyword<Boolean> NETLINK_MONITOR_FORCE = DOES.optional("vrrp_netlink_monitor_rcv_bufs_force",
            Values.BOOL, true, "Beyond net.core.rmem_max, too.");
    public static final Keyword<Boolean> DISABLE_LOCAL_IGMP = DOES.flag("disable_local_igmp",
            "The kernel does not report membership of link-local groups as long as the daemon runs.");
    public static final Keyword<Boolean> LOG_UNKNOWN_VRIDS = DOES.flag("log_unknown_vrids",
            "Log advertisements for a VRID that is not ours.");
    public static final Keyword<String> DYNAMIC_INTERFACES = DOES.optional("dynamic_interfaces",
            new Choice<>(List.of("allow_if_changes"), List.of("allow_if_changes")), "",
            "Interfaces need not exist yet.");

    static final Keyword<String> LVS_PROCESS_NAME = NOT_YET.value("lvs_process_name", Values.PROCESS_NAME,
            "Old name of checker_process_name.");

    static {
        DOES.words("include_check"); // obeyed while files are read, by Expander
        DOES.value("random_seed", Values.integer(0, 4_294_967_295L), // obeyed while files are read, too
                "Where the numbers of ${_RANDOM} begin, so that they are the same at each start.");
    }

    /// The whole block: keywords by subject.
    public static final Block BLOCK = Block.joined("global_defs", List.of(OWN, ProcessKeywords.VRRP.block,
            ProcessKeywords.CHECKER.block, ProcessKeywords.BFD.block, MailKeywords.BLOCK, FirewallKeywords.BLOCK,
            IpvsKeywords.BLOCK, ManagementKeywords.BLOCK, FileKeywords.BLOCK, InterfaceKeywords.BLOCK,
            BufferKeywords.BLOCK, ScriptKeywords.BLOCK));

    private GlobalKeywords() {}
}
