package io.holdfast.config.route;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import io.holdfast.base.Prefix;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Reporter;
import io.holdfast.config.table.Syntax.Lead;
import io.holdfast.route.CongestionControl;
import io.holdfast.route.Metric;
import io.holdfast.route.NextHop;
import io.holdfast.route.RouteKey;
import io.holdfast.route.RouteSpec;
import io.holdfast.route.RouteSpec.Insertion;
import io.holdfast.route.RouteTable;
import io.holdfast.route.Tracking;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Makes a [RouteSpec] of a line of `static_routes` or `virtual_routes` (11.2).
public final class RouteAssembly {
    private final Machine machine;
    private final Reporter report;
    private final NextHopAssembly hops;

    public RouteAssembly(Machine machine, Reporter report) {
        this.machine = machine;
        this.report = report;
        hops = new NextHopAssembly(machine, report);
    }

    /// The route, unless something in the line drops it.
    ///
    /// @param groups those that static entries can name; empty for a line of an instance
    public Optional<RouteSpec> spec(Draft draft, Optional<TrackGroups> groups) {
        RoutingLine line = new RoutingLine(draft, machine, report);
        Optional<Target> target = target(line);
        if (line.isDropped()) {
            return Optional.empty();
        }
        if (target.isEmpty()) {
            line.drop(Problem.NO_DESTINATION, draft.header().place(), "the route has no destination",
                    "write where it leads to, such as 192.0.2.0/24 or default");
            return Optional.empty();
        }
        RouteSpec spec = spec(line, target.get(), groups);
        return line.isDropped() ? Optional.empty() : Optional.of(spec);
    }

    private record Target(int type, Optional<Prefix> prefix) {}

    /// The destination, while families are compared in the order of the words.
    private static Optional<Target> target(RoutingLine line) {
        Optional<Target> target = Optional.empty();
        for (Entry<?> entry : line.draft().entries()) {
            if (entry.keyword() == RouteKeywords.INET || entry.keyword() == RouteKeywords.INET6) {
                line.saysFamily(entry.keyword() == RouteKeywords.INET ? Family.IPV4 : Family.IPV6, entry);
            } else if (entry.keyword() == RouteKeywords.DEFAULT6) {
                line.note(Problem.OLD_FORM, entry, "default6 is written inet6 default now", "it is used");
                line.isOf(Family.IPV6, entry);
                target = Optional.of(new Target(RouteSpec.UNICAST, Optional.empty()));
            } else if (entry.keyword() == RouteKeywords.FROM) {
                from(line, (Destination) entry.value(), entry);
            } else if (entry.value() instanceof Destination destination) {
                target = Optional.of(target(line, type(entry), destination, entry));
            } else if (entry.value() instanceof Lead<?, ?>(var leader, Destination destination)) {
                int type = leader.isEmpty() ? RouteSpec.UNICAST : (int) (long) (Long) leader.get();
                target = Optional.of(target(line, type, destination, entry));
            } else if (entry.keyword() != RouteKeywords.AS) {
                address(line, entry);
            }
        }
        return target;
    }

    private static Target target(RoutingLine line, int type, Destination destination, Entry<?> entry) {
        if (destination.prefix().isPresent()) {
            line.isOf(destination.prefix().get().family(), entry);
        } else {
            line.isOfNoFamily(entry);
        }
        return new Target(type, destination.prefix());
    }

    private static int type(Entry<?> entry) {
        for (int type = 0; type < RouteKeywords.TYPES.size(); type++) {
            if (RouteKeywords.TYPES.get(type).contains(entry.keyword())) {
                return type;
            }
        }
        return RouteSpec.UNICAST;
    }

    private static void from(RoutingLine line, Destination from, Entry<?> entry) {
        boolean isIpv6 = from.prefix().isPresent() && from.prefix().get().family() == Family.IPV6;
        if (isIpv6) {
            line.isOf(Family.IPV6, entry);
        } else {
            line.drop(Problem.BAD_ENTRY, entry.place(), "from takes an IPv6 prefix; IPv4 routes have no source",
                    "a rule can select by source");
        }
    }

    private static void address(RoutingLine line, Entry<?> entry) {
        if (entry.value() instanceof IpAddress address) {
            line.isOf(address.family(), entry);
        } else if (entry.value() instanceof Lead<?, ?>(var family, IpAddress address)) {
            if (family.isPresent()) {
                line.saysFamily((Family) family.get(), entry);
            }
            line.isOf(address.family(), entry);
        }
    }

    private RouteSpec spec(RoutingLine line, Target target, Optional<TrackGroups> groups) {
        Draft draft = line.draft();
        Optional<String> device = line.device(line.draft().lastOf(RouteKeywords.DEV, RouteKeywords.OIF));
        Tracking tracking = tracking(line, device, groups);
        Optional<Entry<Name>> protocol = draft.last(RouteKeywords.PROTOCOL);
        List<NextHop> nextHops = hops.hops(line, device);
        as(line);
        return new RouteSpec(key(line, target), target.type(),
                line.protocol(protocol, line.smallNumber(NameKind.PROTOCOL, protocol),
                        !draft.has(RouteKeywords.NO_TRACK)),
                line.smallNumber(NameKind.SCOPE, draft.last(RouteKeywords.SCOPE)), draft.value(RouteKeywords.SRC),
                nextHops, metrics(draft), congestionControl(draft), expires(line), preference(line),
                draft.value(RouteKeywords.TTL_PROPAGATE), insertion(line), tracking);
    }

    private static Tracking tracking(RoutingLine line, Optional<String> device, Optional<TrackGroups> groups) {
        boolean watched = !line.draft().has(RouteKeywords.NO_TRACK);
        if (watched && device.isEmpty()) {
            line.warn(Problem.NOT_TRACKED, "the route names no interface, so that it cannot be watched",
                    "it is made, but not restored if it is lost", "add dev and the interface, or no_track");
        }
        return line.tracking(watched && device.isPresent(), RouteKeywords.TRACK_GROUP, groups, device, "dev");
    }

    private static RouteKey key(RoutingLine line, Target target) {
        Draft draft = line.draft();
        Prefix everything = new Prefix(line.family() == Family.IPV4 ? IpAddress.v4(0)
                : new IpAddress(Family.IPV6, 0, 0), 0);
        Optional<Entry<Destination>> from = draft.last(RouteKeywords.FROM);
        Optional<Entry<Long>> metric = line.draft().lastOf(RouteKeywords.METRIC, RouteKeywords.PRIORITY,
                RouteKeywords.PREFERENCE);
        OptionalLong number = metric.isEmpty() ? OptionalLong.empty() : OptionalLong.of(metric.get().value());
        OptionalInt tos = line.smallNumber(NameKind.DSFIELD,
                line.draft().lastOf(RouteKeywords.TOS, RouteKeywords.DSFIELD));
        return new RouteKey(target.prefix().orElse(everything), from.isEmpty() ? Optional.empty()
                : from.get().value().prefix(), tos.orElse(0), table(line), number);
    }

    private static RouteTable table(RoutingLine line) {
        Optional<Entry<Name>> table = line.draft().last(RouteKeywords.TABLE);
        OptionalLong number = line.number(NameKind.TABLE, table);
        Optional<Entry<String>> vrf = line.draft().last(RouteKeywords.VRF);
        if (vrf.isEmpty()) {
            return number.isEmpty() ? RouteTable.MAIN : new RouteTable.Numbered(number.getAsLong());
        }
        if (table.isPresent()) {
            line.note(Problem.INERT, table.get(), "table has no effect beside vrf", "it is left out");
        }
        line.vrf(vrf.get());
        return new RouteTable.OfVrf(vrf.get().value());
    }

    /// The last of each name counts.
    private static List<Metric> metrics(Draft draft) {
        List<Metric> metrics = new ArrayList<>();
        for (Entry<?> entry : draft.entries()) {
            Optional<Metric> metric = metric(entry.value());
            if (metric.isPresent()) {
                metrics.removeIf(other -> other.name() == metric.get().name());
                metrics.add(metric.get());
            }
        }
        return metrics;
    }

    private static Optional<Metric> metric(Object value) {
        if (value instanceof Lead<?, ?>(var lock, Metric metric)) {
            return Optional.of(new Metric(metric.name(), metric.value(), lock.isPresent()));
        }
        return value instanceof Metric metric ? Optional.of(metric) : Optional.empty();
    }

    private static Optional<CongestionControl> congestionControl(Draft draft) {
        Optional<Lead<Boolean, String>> written = draft.value(RouteKeywords.CONGCTL);
        return written.isEmpty() ? Optional.empty()
                : Optional.of(new CongestionControl(written.get().value(), written.get().leader().isPresent()));
    }

    private static OptionalLong expires(RoutingLine line) {
        Optional<Entry<Long>> expires = line.draft().last(RouteKeywords.EXPIRES);
        return forIpv6(line, expires) ? OptionalLong.of(expires.orElseThrow().value()) : OptionalLong.empty();
    }

    private static OptionalInt preference(RoutingLine line) {
        Optional<Entry<Integer>> preference = line.draft().last(RouteKeywords.PREF);
        return forIpv6(line, preference) ? OptionalInt.of(preference.orElseThrow().value()) : OptionalInt.empty();
    }

    /// Only where nothing says the family, keepalived accepts what is for IPv6, and makes an IPv4 route.
    private static boolean forIpv6(RoutingLine line, Optional<? extends Entry<?>> option) {
        if (option.isEmpty() || line.family() == Family.IPV6) {
            return option.isPresent();
        }
        Entry<?> entry = option.get();
        if (line.isFamilyOpen()) {
            line.note(Problem.INERT, entry, entry.keyword() + " is for IPv6, and this route is for IPv4",
                    "it is left out");
        } else {
            line.drop(Problem.BAD_ENTRY, entry.word().place(), entry.keyword() + " is for IPv6 only", "");
        }
        return false;
    }

    private static Insertion insertion(RoutingLine line) {
        Optional<Entry<Boolean>> last = line.draft().lastOf(RouteKeywords.ADD, RouteKeywords.PREPEND,
                RouteKeywords.APPEND);
        if (last.isEmpty() || last.get().keyword() == RouteKeywords.PREPEND) {
            return Insertion.PREPEND;
        }
        return last.get().keyword() == RouteKeywords.ADD ? Insertion.ADD : Insertion.APPEND;
    }

    private static void as(RoutingLine line) {
        Optional<Entry<Lead<Boolean, IpAddress>>> as = line.draft().last(RouteKeywords.AS);
        if (as.isPresent()) {
            line.leaveOut(as.get(), "as is for MPLS, which has no such routes here");
        }
    }
}
