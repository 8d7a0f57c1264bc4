package io.holdfast.config.route;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import io.holdfast.config.table.Block;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.table.Syntax.Lead;
import io.holdfast.config.table.Value;
import io.holdfast.config.value.Choice;
import io.holdfast.config.value.LiteralValue;
import io.holdfast.config.value.Values;
import io.holdfast.route.Metric;
import java.util.List;

/// The options of a route entry (11.2). What is not an option is the destination.
public final class RouteKeywords {
    public static final Block BLOCK = Block.demanding("route entry");
    /// The family that may stand before an address.
    static final Value<Family> FAMILY = new Choice<>(List.of("inet", "inet6"), List.of(Family.IPV4, Family.IPV6));
    private static final Value<Destination> TARGET = new DestinationValue();
    private static final Value<Boolean> LOCK = new Choice<>(List.of("lock"), List.of(true));
    private static final long U32 = 4_294_967_295L;
    private static final int ALGORITHM_SIZE = 16; // TCP_CA_NAME_MAX, net/tcp.h
    private static final Rows DOES = BLOCK.rows(Effect.EFFECTIVE);

    static final Keyword<Lead<Long, Destination>> BARE = DOES.loose(new LiteralValue(8), TARGET,
            "Where the route leads to; before it may stand the number of a type.");
    static final Keyword<Destination> TO = DOES.value("to", TARGET, "Where the route leads to.");
    static final Keyword<Boolean> DEFAULT6 = DOES.flag("default6", "Old form of inet6 default.");
    static final Keyword<Boolean> INET = DOES.flag("inet", "The route is for IPv4.");
    static final Keyword<Boolean> INET6 = DOES.flag("inet6", "The route is for IPv6.");

    static final Keyword<Destination> UNICAST = DOES.value("unicast", TARGET, "An ordinary route, to that prefix.");
    static final Keyword<Destination> LOCAL = DOES.value("local", TARGET, "The prefix is this machine's.");
    static final Keyword<Destination> BROADCAST = DOES.value("broadcast", TARGET, "Packets are broadcast.");
    static final Keyword<Destination> BRD = DOES.value("brd", TARGET, "The same as broadcast.");
    static final Keyword<Destination> ANYCAST = DOES.value("anycast", TARGET, "The prefix is anycast.");
    static final Keyword<Destination> MULTICAST = DOES.value("multicast", TARGET, "The prefix is multicast.");
    static final Keyword<Destination> BLACKHOLE = DOES.value("blackhole", TARGET, "Packets are dropped.");
    static final Keyword<Destination> UNREACHABLE = DOES.value("unreachable", TARGET,
            "Packets are dropped and answered with network unreachable.");
    static final Keyword<Destination> PROHIBIT = DOES.value("prohibit", TARGET,
            "Packets are dropped and answered with administratively prohibited.");
    static final Keyword<Destination> THROW = DOES.value("throw", TARGET, "The next rule decides.");
    static final Keyword<Destination> NAT = DOES.value("nat", TARGET, "A type that kernels no longer know.");
    static final Keyword<Destination> XRESOLVE = DOES.value("xresolve", TARGET, "A type that kernels no longer know.");

    static final Keyword<Lead<Family, IpAddress>> VIA = DOES.led("via", FAMILY, Values.ADDRESS,
            "Router that packets go to.");
    static final Keyword<Lead<Family, IpAddress>> GW = DOES.led("gw", FAMILY, Values.ADDRESS, "Old name of via.");
    static final Keyword<IpAddress> OR = DOES.keepingFirst().value("or", Values.ADDRESS, "A second router, old.");
    static final Keyword<String> DEV = DOES.value("dev", Values.INTERFACE, "Interface that packets leave by.");
    static final Keyword<String> OIF = DOES.value("oif", Values.INTERFACE, "The same as dev.");
    static final Keyword<Boolean> ONLINK = DOES.flag("onlink", "The router is on the link, whatever addresses say.");
    static final Keyword<Draft> ENCAP = DOES.laxPart("encap", RouteTables.ENCAPSULATION,
            "What packets are wrapped in.");
    static final Keyword<RealmNames> REALMS = DOES.value("realms", new RealmsValue(), "What traffic is counted for.");
    static final Keyword<Draft> NEXTHOP = DOES.lastPart("nexthop", RouteTables.NEXT_HOP,
            "One of several ways; such parts come last.");

    static final Keyword<IpAddress> SRC = DOES.value("src", Values.ADDRESS,
            "Source address of this machine's own packets.");
    static final Keyword<Destination> FROM = DOES.value("from", TARGET, "IPv6: only packets from there.");
    static final Keyword<Name> TOS = DOES.value("tos", new NameValue(NameKind.DSFIELD), "Type of service.");
    static final Keyword<Name> DSFIELD = DOES.value("dsfield", new NameValue(NameKind.DSFIELD), "The same as tos.");
    static final Keyword<Name> TABLE = DOES.value("table", new NameValue(NameKind.TABLE), "Routing table.");
    static final Keyword<String> VRF = DOES.value("vrf", Values.INTERFACE, "VRF whose table it is put in.");
    static final Keyword<Name> PROTOCOL = DOES.value("protocol", new NameValue(NameKind.PROTOCOL),
            "Who made the route; with no_track only.");
    static final Keyword<Name> SCOPE = DOES.value("scope", new NameValue(NameKind.SCOPE), "How far it reaches.");
    static final Keyword<Long> METRIC = DOES.value("metric", Values.count(0, U32), "The lowest is preferred.");
    static final Keyword<Long> PRIORITY = DOES.value("priority", Values.count(0, U32), "The same as metric.");
    static final Keyword<Long> PREFERENCE = DOES.value("preference", Values.count(0, U32), "The same as metric.");
    static final Keyword<Long> EXPIRES = DOES.value("expires", Values.count(0, U32),
            "IPv6: seconds until the kernel removes it.");
    static final Keyword<Integer> PREF = DOES.value("pref", new PreferenceValue(), "IPv6: router preference.");
    static final Keyword<Boolean> TTL_PROPAGATE = DOES.lax("ttl-propagate",
            new Choice<>(List.of("enabled", "disabled"), List.of(true, false)), "MPLS: the TTL goes into the label.");
    static final Keyword<Lead<Boolean, IpAddress>> AS = DOES.laxLed("as",
            new Choice<>(List.of("to"), List.of(true)), Values.ADDRESS, "For MPLS only, so without effect, as ever.");

    static final Keyword<Boolean> ADD = DOES.flag("add", "Fail if there is such a route.");
    static final Keyword<Boolean> PREPEND = DOES.flag("prepend", "Come before such routes, which is the default.");
    static final Keyword<Boolean> APPEND = DOES.flag("append", "Come after such routes.");
    static final Keyword<Boolean> NO_TRACK = DOES.flag("no_track", "Losing the route changes nothing.");
    static final Keyword<String> TRACK_GROUP = DOES.value("track_group", Values.WORD,
            "Instances in fault if a static route cannot be restored.");

    static {
        lockable("mtu", number(Metric.Name.MTU, U32), "Largest packet.");
        lockable("advmss", number(Metric.Name.ADVMSS, U32), "Largest TCP segment that is announced.");
        lockable("reordering", number(Metric.Name.REORDERING, U32), "How much TCP takes for reordering, not loss.");
        lockable("cwnd", number(Metric.Name.CWND, U32), "Largest congestion window.");
        lockable("ssthresh", number(Metric.Name.SSTHRESH, U32), "Where slow start ends at first.");
        lockable("rtt", new MetricTimeValue(Metric.Name.RTT, 8), "Round trip time that is assumed at first.");
        lockable("rttvar", new MetricTimeValue(Metric.Name.RTTVAR, 4), "Variance of it.");
        lockable("rto_min", new MetricTimeValue(Metric.Name.RTO_MIN, 1), "Shortest retransmission timeout.");
        plain("hoplimit", Metric.Name.HOPLIMIT, 255, "Hop limit of packets.");
        plain("window", Metric.Name.WINDOW, U32, "Largest TCP window that is announced.");
        plain("initcwnd", Metric.Name.INITCWND, U32, "Congestion window at first.");
        plain("initrwnd", Metric.Name.INITRWND, U32, "Receive window at first.");
        plain("quickack", Metric.Name.QUICKACK, 1, "TCP acknowledges at once.");
        plain("fastopen_no_cookie", Metric.Name.FASTOPEN_NO_COOKIE, 1, "TCP fast open without cookie.");
        DOES.lax("features", new Choice<>(List.of("ecn"), List.of(new Metric(Metric.Name.FEATURES, 1, false))),
                "Explicit congestion notification."); // RTAX_FEATURE_ECN, linux/rtnetlink.h
    }

    static final Keyword<Lead<Boolean, String>> CONGCTL = DOES.led("congctl", LOCK, Values.name(ALGORITHM_SIZE),
            "Congestion control of TCP.");

    private RouteKeywords() {}

    /// The keywords that put a type before the destination, by RTN_* of linux/rtnetlink.h.
    static final List<List<Keyword<Destination>>> TYPES = List.of(List.of(), List.of(UNICAST), List.of(LOCAL),
            List.of(BROADCAST, BRD), List.of(ANYCAST), List.of(MULTICAST), List.of(BLACKHOLE), List.of(UNREACHABLE),
            List.of(PROHIBIT), List.of(THROW), List.of(NAT), List.of(XRESOLVE));

    private static Value<Metric> number(Metric.Name name, long most) {
        return new MetricValue(name, most);
    }

    private static void lockable(String name, Value<Metric> value, String doc) {
        DOES.led(name, LOCK, value, doc);
    }

    private static void plain(String name, Metric.Name metric, long most, String doc) {
        DOES.value(name, new MetricValue(metric, most), doc);
    }
}
