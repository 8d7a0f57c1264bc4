package io.holdfast.config.vrrp;

import io.holdfast.base.IpAddress;
import io.holdfast.config.global.InterfaceKeywords;
import io.holdfast.config.route.Machine;
import io.holdfast.config.route.RouteAssembly;
import io.holdfast.config.route.RuleAssembly;
import io.holdfast.config.route.TrackGroups;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Reporter;
import io.holdfast.route.InstanceRouting;
import io.holdfast.route.RouteSpec;
import io.holdfast.route.RuleSpec;
import io.holdfast.route.StaticsSpec;
import io.holdfast.route.StaticsSpec.StaticAddress;
import io.holdfast.route.Tracking;
import io.holdfast.supervise.InterfacesSpec;
import io.holdfast.vrrp.VirtualAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is there besides the addresses of instances: static addresses, and routes and rules of either kind. Walks
/// through the files in their order, in which rules are given their preferences.
public final class RoutingAssembly {
    private final AddressLines addresses;
    private final RouteAssembly routes;
    private final RuleAssembly rules;
    private final TrackGroups groups;
    private final List<StaticAddress> staticAddresses = new ArrayList<>();
    private final List<RouteSpec> staticRoutes = new ArrayList<>();
    private final List<RuleSpec> staticRules = new ArrayList<>();
    private final List<InstanceRouting> instances = new ArrayList<>();

    /// @param global `global_defs`
    public RoutingAssembly(Draft global, Machine machine, Reporter report) {
        addresses = AddressLines.constant(machine, report,
                global.value(InterfaceKeywords.DEFAULT_INTERFACE, InterfacesSpec.DEFAULT.usual()));
        routes = new RouteAssembly(machine, report);
        rules = new RuleAssembly(machine, report);
        groups = new TrackGroups(report);
    }

    /// Reads what the files say; once.
    public void read(Draft root) {
        for (Entry<?> entry : root.entries()) {
            if (entry.keyword() == VrrpRoot.VRRP_INSTANCE) {
                instance((Draft) entry.value());
            } else if (entry.keyword() == VrrpRoot.TRACK_GROUP) {
                groups.add(InstanceAssembly.nameOf((Draft) entry.value()));
            } else if (entry.keyword() == VrrpRoot.STATIC_IPADDRESS || entry.keyword() == VrrpRoot.STATIC_ROUTES
                    || entry.keyword() == VrrpRoot.STATIC_RULES) {
                statics(entry.keyword(), (List<?>) entry.value());
            }
        }
    }

    /// What stands outside of instances.
    public StaticsSpec statics() {
        return new StaticsSpec(staticAddresses, staticRoutes, staticRules);
    }

    /// What stands in instances, of those that have something.
    public List<InstanceRouting> instances() {
        return instances;
    }

    private void statics(Keyword<?> list, List<?> lines) {
        for (Object line : lines) {
            if (list == VrrpRoot.STATIC_IPADDRESS) {
                address((Draft) line);
            } else if (list == VrrpRoot.STATIC_ROUTES) {
                addIfPresent(staticRoutes, routes.spec((Draft) line, Optional.of(groups)));
            } else {
                addIfPresent(staticRules, rules.spec((Draft) line, Optional.of(groups)));
            }
        }
    }

    private void address(Draft line) {
        Optional<VirtualAddress> address = addresses.address(line);
        if (address.isPresent()) {
            staticAddresses.add(new StaticAddress(address.get(),
                    new Tracking(address.get().tracked(), groups.find(line.last(AddressKeywords.TRACK_GROUP)))));
        }
    }

    private void instance(Draft draft) {
        List<RouteSpec> ownRoutes = new ArrayList<>();
        for (Draft line : FamilyDecision.lines(draft, InstanceKeywords.VIRTUAL_ROUTES)) {
            addIfPresent(ownRoutes, routes.spec(line, Optional.empty()));
        }
        List<RuleSpec> ownRules = new ArrayList<>();
        for (Draft line : FamilyDecision.lines(draft, InstanceKeywords.VIRTUAL_RULES)) {
            addIfPresent(ownRules, rules.spec(line, Optional.empty()));
        }
        var routing = new InstanceRouting(InstanceAssembly.nameOf(draft), ownRoutes, ownRules, ownMac(draft));
        if (!routing.isEmpty()) {
            instances.add(routing);
        }
    }

    private static List<IpAddress> ownMac(Draft draft) {
        List<IpAddress> addresses = new ArrayList<>();
        List<Draft> lines = FamilyDecision.lines(draft, InstanceKeywords.VIRTUAL_IPADDRESS);
        lines.addAll(FamilyDecision.lines(draft, InstanceKeywords.VIRTUAL_IPADDRESS_EXCLUDED));
        for (Draft line : lines) {
            if (line.has(AddressKeywords.USE_VMAC)) {
                addresses.add(line.value(AddressKeywords.ADDRESS).orElseThrow().address());
            }
        }
        return addresses;
    }

    private static <T> void addIfPresent(List<T> list, Optional<T> one) {
        if (one.isPresent()) {
            list.add(one.get());
        }
    }
}
