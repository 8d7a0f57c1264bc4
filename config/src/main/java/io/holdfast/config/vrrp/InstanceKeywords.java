package io.holdfast.config.vrrp;

import io.holdfast.base.IpAddress;
import io.holdfast.config.global.GlobalKeywords;
import io.holdfast.config.global.RoundsValue;
import io.holdfast.config.route.RouteTables;
import io.holdfast.config.table.Block;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.track.TrackKeywords;
import io.holdfast.config.value.Choice;
import io.holdfast.config.value.Command;
import io.holdfast.config.value.CommandPhrase;
import io.holdfast.config.value.Values;
import io.holdfast.vrrp.IpvlanSpec;
import io.holdfast.vrrp.LinkSpec.OtherGarp;
import io.holdfast.vrrp.OldChecksum;
import io.holdfast.vrrp.Priority;
import io.holdfast.vrrp.VrrpVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The keywords of `vrrp_instance`.
public final class InstanceKeywords {
    public static final Block BLOCK = Block.named("vrrp_instance");
    private static final long U32 = 4_294_967_295L;
    private static final Rows DOES = BLOCK.rows(Effect.EFFECTIVE);
    private static final Rows NOT_YET = BLOCK.rows(Effect.ACCEPTED);

    public static final Keyword<Boolean> STATE = DOES.valueOr("state",
            new Choice<>(List.of("MASTER", "BACKUP"), List.of(true, false)), false,
            "MASTER for the router that should start as master.", "is taken to be BACKUP");
    public static final Keyword<String> INTERFACE = DOES.value("interface", Values.INTERFACE,
            "Interface that advertisements are sent on.");
    public static final Keyword<Integer> VIRTUAL_ROUTER_ID = DOES.value("virtual_router_id", Values.integer(1, 255),
            "VRID that the routers of a group share.");
    public static final Keyword<VrrpVersion> VERSION = DOES.value("version",
            GlobalKeywords.VERSION, "Protocol version.");
    public static final Keyword<Integer> PRIORITY = DOES.valueOr("priority", Values.integer(1, 255), Priority.DEFAULT,
            "The highest becomes master; 255 owns the addresses.", "is 100 instead");
    public static final Keyword<Duration> ADVERT_INT = DOES.value("advert_int", Values.seconds(10_000, 255_000_000),
            "Time between advertisements.", "stays at its default, 1 second");
    public static final Keyword<List<Draft>> VIRTUAL_IPADDRESS = DOES.entries("virtual_ipaddress",
            VrrpTables.ADDRESS_ENTRY, "Addresses that the master holds and advertises.");
    public static final Keyword<List<Draft>> VIRTUAL_IPADDRESS_EXCLUDED = DOES.entries("virtual_ipaddress_excluded",
            VrrpTables.ADDRESS_ENTRY, "Addresses that the master holds but does not advertise.");
    static final Keyword<List<Draft>> VIRTUAL_ROUTES = NOT_YET.entries("virtual_routes", RouteTables.ROUTE_ENTRY,
            "Routes that the master brings along.");
    static final Keyword<List<Draft>> VIRTUAL_RULES = NOT_YET.entries("virtual_rules", RouteTables.RULE_ENTRY,
            "Policy rules that the master brings along.");
    static final Keyword<Boolean> NO_VIRTUAL_IPADDRESS = DOES.flag("no_virtual_ipaddress",
            "The instance is meant to have no address.");
    static final Keyword<Draft> AUTHENTICATION = DOES.block("authentication", VrrpTables.AUTHENTICATION,
            "Authentication of VRRP version 2.");
    static final Keyword<Draft> AUTH_HMAC = DOES.block("auth_hmac", VrrpTables.AUTH_HMAC,
            "Signature behind each advertisement, of either version.");

    static final Keyword<Boolean> PREEMPT = DOES.flag("preempt", "Undo nopreempt.");
    public static final Keyword<Boolean> NOPREEMPT = DOES.flag("nopreempt", "Leave a working, weaker master alone.");
    public static final Keyword<Duration> PREEMPT_DELAY = DOES.value("preempt_delay", Values.seconds(0, 1_000_000_000),
            "How long a weaker master is left alone.", "stays at its default, 0");
    public static final Keyword<Integer> DOWN_TIMER_ADVERTS = DOES.value("down_timer_adverts",
            Values.lenientInteger(1, 100),
            "Advertisements that may be missed.");
    public static final Keyword<Integer> TIMER_EXPIRED_BACKUP = DOES.optional("timer_expired_backup",
            Values.integer(1, Priority.HIGHEST_BACKUP), Priority.HIGHEST_BACKUP,
            "A master that could not run gives way to a router of at most this priority.");
    static final Keyword<Integer> THREAD_TIMER_EXPIRED = DOES.optional("thread_timer_expired",
            Values.integer(1, Priority.HIGHEST_BACKUP), Priority.HIGHEST_BACKUP, "Old name of timer_expired_backup.");
    public static final Keyword<Integer> KERNEL_RX_BUF_SIZE = DOES.lax("kernel_rx_buf_size", Values.integer(0, U32),
            "Bytes the instance adds to the receive buffer of its socket.");
    public static final Keyword<Boolean> SKIP_CHECK_ADV_ADDR = DOES.optional("skip_check_adv_addr", Values.BOOL, true,
            "Compare address lists only when the master changes.");
    static final Keyword<Boolean> STRICT_MODE = DOES.optional("strict_mode", Values.BOOL, true,
            "Settings that contradict the RFC are overridden.");
    public static final Keyword<Boolean> LOWER_PRIO_NO_ADVERT = DOES.optional("lower_prio_no_advert", Values.BOOL, true,
            "Do not answer an advertisement of lower priority.");
    public static final Keyword<Boolean> HIGHER_PRIO_SEND_ADVERT = DOES.optional("higher_prio_send_advert",
            Values.BOOL, true,
            "Advertise once more before yielding.");
    public static final Keyword<Boolean> OWNER_IGNORE_ADVERTS = DOES.optional("owner_ignore_adverts", Values.BOOL, true,
            "The owner of the addresses ignores advertisements.");
    public static final Keyword<Boolean> DONT_TRACK_PRIMARY = DOES.flag("dont_track_primary",
            "The state of the instance's own interface does not matter.");
    public static final Keyword<Boolean> V3_CHECKSUM_AS_V2 = DOES.optional("v3_checksum_as_v2", Values.BOOL, true,
            "No pseudo header in the checksum of VRRPv3 over IPv4.");
    static final Keyword<Boolean> ACCEPT = DOES.flag("accept",
            "Accept traffic to the addresses, which is the default.");
    static final Keyword<Integer> DEBUG = DOES.value("debug", Values.lenientInteger(0, 4), "Without effect, as ever.");

    public static final Keyword<Boolean> NATIVE_IPV6 = DOES.flag("native_ipv6",
            "The instance uses IPv6, which its addresses say anyway.");
    public static final Keyword<IpAddress> MCAST_SRC_IP = DOES.value("mcast_src_ip", Values.SOCKET_ADDRESS,
            "Source address of advertisements.");
    public static final Keyword<IpAddress> MCAST_DST_IP = DOES.value("mcast_dst_ip", Values.LOCAL_GROUP,
            "Group that advertisements go to.");
    public static final Keyword<IpAddress> UNICAST_SRC_IP = DOES.value("unicast_src_ip", Values.SOCKET_ADDRESS,
            "Source address of advertisements.");
    public static final Keyword<Boolean> TRACK_SRC_IP = DOES.flag("track_src_ip",
            "Without the configured source address the instance is in fault.");
    public static final Keyword<List<Draft>> UNICAST_PEER = DOES.entries("unicast_peer", VrrpTables.PEER_ENTRY,
            "Routers that advertisements are sent to instead of a group.");
    public static final Keyword<Boolean> UNICAST_FAULT_NO_PEER = DOES.flag("unicast_fault_no_peer",
            "Stay in fault if there is no peer, rather than multicast.");
    public static final Keyword<Boolean> CHECK_UNICAST_SRC = DOES.flag("check_unicast_src",
            "Accept advertisements from peers only.");
    public static final Keyword<Integer> UNICAST_TTL = DOES.value("unicast_ttl", Values.integer(0, 255),
            "TTL or hop limit of unicast advertisements.");
    public static final Keyword<OldChecksum.Mode> OLD_UNICAST_CHECKSUM = DOES.optional("old_unicast_checksum",
            new Choice<>(List.of("never"), List.of(OldChecksum.Mode.NEVER)), OldChecksum.Mode.ALWAYS,
            "Make VRRPv3 unicast checksums as old versions of keepalived do.");

    public static final Keyword<Duration> GARP_MASTER_DELAY = DOES.value("garp_master_delay",
            Values.wholeSeconds(0, 4294),
            "Wait before the second gratuitous ARP burst; 0 for none.");
    public static final Keyword<Integer> GARP_MASTER_REPEAT = DOES.value("garp_master_repeat", new RoundsValue(U32),
            "Rounds of a gratuitous ARP burst.");
    public static final Keyword<Duration> GARP_MASTER_REFRESH = DOES.value("garp_master_refresh",
            Values.wholeSeconds(0, U32),
            "Interval of the periodic gratuitous ARP; 0 for none.");
    public static final Keyword<Integer> GARP_MASTER_REFRESH_REPEAT = DOES.value("garp_master_refresh_repeat",
            new RoundsValue(U32), "Rounds of a periodic gratuitous ARP.");
    public static final Keyword<Duration> GARP_LOWER_PRIO_DELAY = DOES.value("garp_lower_prio_delay",
            Values.wholeSeconds(0, 4294), "Wait before the second burst after a lower priority was heard.");
    public static final Keyword<Integer> GARP_LOWER_PRIO_REPEAT = DOES.value("garp_lower_prio_repeat",
            Values.lenientInteger(0, Integer.MAX_VALUE), "Rounds after a lower priority was heard.");

    // What is tracked and who is told.
    static final TrackKeywords TRACKED = new TrackKeywords(BLOCK);
    static final NotifyKeywords NOTIFY = new NotifyKeywords(DOES);
    static final Keyword<Optional<Command>> NOTIFY_DELETED = DOES.keepingFirst()
            .optionalPhrase("notify_deleted", new DeletedPhrase(), Optional.empty(),
                    "A reload that removes the instance says so, and runs this.");
    static final Keyword<Command> NOTIFY_MASTER_RX_LOWER_PRI = DOES.keepingFirst()
            .phrase("notify_master_rx_lower_pri", new CommandPhrase(true), "Run when a master hears a lower priority.");

    // The interfaces it runs on.
    static final Keyword<VmacText> USE_VMAC = BLOCK
            .rows(Effect.ACCEPTED, "the instance runs on its interface itself, with that interface's MAC address")
            .keepingFirst().optionalPhrase("use_vmac", new VmacPhrase(), VmacText.GENERATED,
                    "Run on a macvlan of its own.");
    static final Keyword<Boolean> USE_VMAC_ADDR = NOT_YET.flag("use_vmac_addr",
            "Macvlans also for addresses on other interfaces or of the other family.");
    static final Keyword<Boolean> VMAC_XMIT_BASE = NOT_YET.flag("vmac_xmit_base",
            "Advertise on the interface beneath the macvlan.");
    static final Keyword<IpvlanSpec> USE_IPVLAN = BLOCK
            .rows(Effect.REFUSED, "advertisements would have another source address")
            .optionalPhrase("use_ipvlan", new IpvlanPhrase(), IpvlanPhrase.GENERATED, "Run on an ipvlan of its own.");
    static final Keyword<String> VRF = BLOCK.rows(Effect.REFUSED, "advertisements would leave outside the VRF")
            .value("vrf", Values.INTERFACE, "VRF of an instance without interface.");
    static final Keyword<Boolean> PROMOTE_SECONDARIES = NOT_YET.flag("promote_secondaries",
            "The kernel keeps secondary addresses when the first one goes.");
    static final Keyword<Boolean> LINKBEAT_USE_POLLING = DOES.flag("linkbeat_use_polling",
            "The link is asked for its state.");
    static final Keyword<Boolean> NO_ACCEPT = BLOCK.rows(Effect.ACCEPTED, "traffic to the addresses is accepted")
            .flag("no_accept", "Drop traffic to the addresses, unless the router owns them.");
    static final Keyword<OtherGarp> GARP_EXTRA_IF = NOT_YET.laxPhrase("garp_extra_if", new OtherGarpPhrase(),
            "Periodic announcements on other interfaces of addresses.");
    static final Keyword<OtherGarp> VMAC_GARP_INTVL = NOT_YET.laxPhrase("vmac_garp_intvl", new OtherGarpPhrase(),
            "Old name of garp_extra_if.");
    static final Keyword<String> LVS_SYNC_DAEMON_INTERFACE = NOT_YET.value("lvs_sync_daemon_interface",
            Values.INTERFACE, "Interface of the LVS synchronisation, which follows this instance.");

    private InstanceKeywords() {}
}
