package io.holdfast.route;

import io.holdfast.base.IpAddress;
import java.util.List;

/// What the master of an instance brings along besides addresses.
///
/// @param instance name of the instance
/// @param routes   `virtual_routes`
/// @param rules    `virtual_rules`
/// @param ownMac   addresses that `use_vmac` puts on a macvlan of their own
public record InstanceRouting(String instance, List<RouteSpec> routes, List<RuleSpec> rules, List<IpAddress> ownMac) {
    public InstanceRouting {
        routes = List.copyOf(routes);
        rules = List.copyOf(rules);
        ownMac = List.copyOf(ownMac);
    }

    /// Whether it brings nothing.
    public boolean isEmpty() {
        return routes.isEmpty() && rules.isEmpty() && ownMac.isEmpty();
    }
}
