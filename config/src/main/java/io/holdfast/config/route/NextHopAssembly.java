package io.holdfast.config.route;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Reporter;
import io.holdfast.config.table.Syntax.Lead;
import io.holdfast.route.Encapsulation;
import io.holdfast.route.NextHop;
import io.holdfast.route.Realms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where a route leads to next: `via`, `dev` and the like for a single way, `nexthop` parts for several.
final class NextHopAssembly {
    private static final String LOSS = "this nexthop and what follows it are left out";
    private final Machine machine;
    private final Reporter report;
    private final EncapsulationAssembly encapsulations;

    NextHopAssembly(Machine machine, Reporter report) {
        this.machine = machine;
        this.report = report;
        encapsulations = new EncapsulationAssembly(report);
    }

    /// @param device the interface of the route as a whole
    List<NextHop> hops(RoutingLine line, Optional<String> device) {
        List<Entry<Draft>> parts = line.draft().all(RouteKeywords.NEXTHOP);
        return parts.isEmpty() ? single(line, device) : several(line, parts, device);
    }

    private List<NextHop> single(RoutingLine line, Optional<String> device) {
        Draft draft = line.draft();
        Optional<IpAddress> gateway = gateway(line);
        Optional<Realms> realms = line.realms(line.draft().last(RouteKeywords.REALMS));
        Optional<Draft> encap = draft.value(RouteKeywords.ENCAP);
        Optional<Encapsulation> encapsulation = encap.isEmpty() ? Optional.empty()
                : encapsulations.of(encap.get(), "encap is left out");
        boolean onLink = draft.has(RouteKeywords.ONLINK);
        List<NextHop> hops = new ArrayList<>(2);
        if (gateway.isPresent() || device.isPresent() || encapsulation.isPresent() || realms.isPresent()) {
            hops.add(new NextHop(gateway, device, 1, onLink, encapsulation, realms));
        }
        Optional<Entry<IpAddress>> other = draft.last(RouteKeywords.OR);
        if (other.isPresent()) {
            line.note(Problem.OLD_NAME, other.get(), "a second router is written with nexthop now", "it is used");
            hops.add(new NextHop(Optional.of(other.get().value()), device, 1, onLink, Optional.empty(),
                    Optional.empty()));
        }
        return hops;
    }

    private static Optional<IpAddress> gateway(RoutingLine line) {
        Optional<Entry<Lead<Family, IpAddress>>> old = line.draft().last(RouteKeywords.GW);
        if (old.isPresent()) {
            line.note(Problem.OLD_NAME, old.get(), "gw is called via now", "it is used");
        }
        Optional<Entry<Lead<Family, IpAddress>>> gateway = line.draft().lastOf(RouteKeywords.VIA, RouteKeywords.GW);
        return gateway.isEmpty() ? Optional.empty() : Optional.of(gateway.get().value().value());
    }

    private List<NextHop> several(RoutingLine line, List<Entry<Draft>> parts, Optional<String> device) {
        for (Entry<?> entry : line.draft().entries()) {
            if (entry.keyword() == RouteKeywords.VIA || entry.keyword() == RouteKeywords.GW
                    || entry.keyword() == RouteKeywords.OR || entry.keyword() == RouteKeywords.ENCAP
                    || entry.keyword() == RouteKeywords.REALMS) {
                line.note(Problem.INERT, entry, entry.word().text() + " has no effect beside nexthop",
                        "it is left out");
            }
        }
        List<NextHop> hops = new ArrayList<>(parts.size());
        for (Entry<Draft> part : parts) {
            Optional<NextHop> hop = hop(line, part.value(), device);
            if (hop.isEmpty()) {
                break;
            }
            hops.add(hop.get());
        }
        return hops;
    }

    /// A bad next hop is dropped with those after it (11.2).
    private Optional<NextHop> hop(RoutingLine line, Draft part, Optional<String> usualDevice) {
        Optional<Entry<Lead<Family, IpAddress>>> via = part.last(NextHopKeywords.VIA);
        if (via.isPresent() && via.get().value().value().family() != line.family()) {
            report.add(Problem.MIXED_FAMILIES, via.get().place(),
                    "the route is for " + RoutingLine.text(line.family()) + ", but not this next hop").so(LOSS).done();
            return Optional.empty();
        }
        Optional<Entry<String>> device = part.last(NextHopKeywords.DEV);
        Optional<Entry<RealmNames>> realmNames = part.last(NextHopKeywords.REALMS);
        Optional<Realms> realms = line.realms(realmNames, LOSS);
        Optional<Draft> encap = part.value(NextHopKeywords.ENCAP);
        Optional<Encapsulation> encapsulation = encap.isEmpty() ? Optional.empty()
                : encapsulations.of(encap.get(), LOSS);
        boolean known = device.isEmpty() || machine.hasInterface(device.get().value(), device.get().place());
        if (!known || (encap.isPresent() && encapsulation.isEmpty()) || (realmNames.isPresent() && realms.isEmpty())) {
            return Optional.empty();
        }
        Optional<IpAddress> gateway = via.isEmpty() ? Optional.empty() : Optional.of(via.get().value().value());
        Optional<String> by = part.value(NextHopKeywords.DEV);
        return Optional.of(new NextHop(gateway, by.isPresent() ? by : usualDevice,
                part.value(NextHopKeywords.WEIGHT, 1), part.has(NextHopKeywords.ONLINK), encapsulation, realms));
    }
}
