package io.holdfast.config.route;

import io.holdfast.config.table.Block;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.table.Value;
import io.holdfast.config.value.Choice;
import io.holdfast.config.value.LiteralValue;
import io.holdfast.config.value.Unsigned64Value;
import io.holdfast.config.value.Values;
import io.holdfast.route.RuleAction.Simple;
import io.holdfast.route.Selectors.Mark;
import io.holdfast.route.Selectors.Range;
import java.util.List;

/// The options of a rule entry (11.3).
public final class RuleKeywords {
    public static final Block BLOCK = Block.demanding("rule entry");
    private static final Value<Destination> PREFIX = new DestinationValue();
    private static final Value<Long> NUMBER = new LiteralValue(32);
    private static final long U32 = 4_294_967_295L;
    private static final Rows DOES = BLOCK.rows(Effect.EFFECTIVE);

    static final Keyword<Destination> FROM = DOES.value("from", PREFIX, "Source of the packets.");
    static final Keyword<Destination> TO = DOES.value("to", PREFIX, "Destination of the packets.");
    static final Keyword<Boolean> INET = DOES.flag("inet", "The rule is for IPv4.");
    static final Keyword<Boolean> INET6 = DOES.flag("inet6", "The rule is for IPv6.");
    static final Keyword<Boolean> NOT = DOES.flag("not", "The rule is for all other packets.");
    static final Keyword<Name> TOS = DOES.value("tos", new NameValue(NameKind.DSFIELD), "Their type of service.");
    static final Keyword<Name> DSFIELD = DOES.value("dsfield", new NameValue(NameKind.DSFIELD), "The same as tos.");
    static final Keyword<Mark> FWMARK = DOES.value("fwmark", new MarkValue(), "Their firewall mark.");
    static final Keyword<String> IIF = DOES.value("iif", Values.INTERFACE, "Interface they came in by.");
    static final Keyword<String> DEV = DOES.value("dev", Values.INTERFACE, "The same as iif.");
    static final Keyword<String> OIF = DOES.value("oif", Values.INTERFACE, "Interface their socket is bound to.");
    static final Keyword<Integer> IPPROTO = DOES.lax("ipproto", new IpProtocolValue(), "Their protocol above IP.");
    static final Keyword<Range> SPORT = DOES.lax("sport", new RangeValue(65_535), "Their source port.");
    static final Keyword<Range> DPORT = DOES.lax("dport", new RangeValue(65_535), "Their destination port.");
    static final Keyword<Range> UIDRANGE = DOES.value("uidrange", new RangeValue(U32), "User whose socket sent them.");
    static final Keyword<Long> TUNNEL_ID = DOES.value("tunnel-id", new Unsigned64Value(), "Tunnel they came out of.");

    static final Keyword<Long> PREFERENCE = DOES.value("preference", NUMBER, "Rules of lower number come first.");
    static final Keyword<Long> ORDER = DOES.value("order", NUMBER, "The same as preference.");
    static final Keyword<Long> PRIORITY = DOES.value("priority", NUMBER, "The same as preference.");
    static final Keyword<Integer> PROTOCOL = DOES.lax("protocol", Values.integer(0, 255),
            "Who made the rule; with no_track only.");
    static final Keyword<Boolean> NO_TRACK = DOES.flag("no_track", "Losing the rule changes nothing.");
    static final Keyword<String> TRACK_GROUP = DOES.value("track_group", Values.WORD,
            "Instances in fault if a static rule cannot be restored.");

    static final Keyword<Name> TABLE = DOES.value("table", new NameValue(NameKind.TABLE), "Routed by that table.");
    static final Keyword<Name> LOOKUP = DOES.value("lookup", new NameValue(NameKind.TABLE), "The same as table.");
    static final Keyword<Boolean> L3MDEV = DOES.flag("l3mdev", "Routed by the table of the layer 3 master device.");
    static final Keyword<Long> GOTO = DOES.value("goto", Values.count(0, U32), "That rule comes next.");
    static final Keyword<Boolean> NOP = DOES.flag("nop", "The next rule decides.");
    static final Keyword<Boolean> BLACKHOLE = DOES.flag("blackhole", "Packets are dropped.");
    static final Keyword<Boolean> UNREACHABLE = DOES.flag("unreachable", "Answered with network unreachable.");
    static final Keyword<Boolean> PROHIBIT = DOES.flag("prohibit", "Answered with administratively prohibited.");
    static final Keyword<Simple> TYPE = DOES.value("type",
            new Choice<>(List.of("nop", "blackhole", "unreachable", "prohibit"),
                    List.of(Simple.NOP, Simple.BLACKHOLE, Simple.UNREACHABLE, Simple.PROHIBIT)),
            "May stand before one of those.");
    static final Keyword<RealmNames> REALMS = DOES.value("realms", new RealmsValue(), "What traffic is counted for.");
    static final Keyword<Integer> SUPPRESS_PREFIXLENGTH = DOES.value("suppress_prefixlength",
            Values.integer(0, Integer.MAX_VALUE), "Results with a prefix no longer than this do not count.");
    static final Keyword<Integer> SUP_PL = DOES.value("sup_pl", Values.integer(0, Integer.MAX_VALUE),
            "The same as suppress_prefixlength.");
    static final Keyword<Name> SUPPRESS_IFGROUP = DOES.value("suppress_ifgroup", new NameValue(NameKind.GROUP),
            "Results by an interface of this group do not count.");
    static final Keyword<Name> SUP_GROUP = DOES.value("sup_group", new NameValue(NameKind.GROUP),
            "The same as suppress_ifgroup.");

    private RuleKeywords() {}
}
