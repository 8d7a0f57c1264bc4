package io.holdfast.route;

import io.holdfast.vrrp.VirtualAddress;
import java.util.List;

/// What is there as long as the daemon runs, whoever is master.
///
/// @param addresses `static_ipaddress`
/// @param routes    `static_routes`
/// @param rules     `static_rules`
public record StaticsSpec(List<StaticAddress> addresses, List<RouteSpec> routes, List<RuleSpec> rules) {
    public static final StaticsSpec NONE = new StaticsSpec(List.of(), List.of(), List.of());

    public StaticsSpec {
        addresses = List.copyOf(addresses);
        routes = List.copyOf(routes);
        rules = List.copyOf(rules);
    }

    /// @param address  the address and its interface
    /// @param tracking what follows if it is lost
    public record StaticAddress(VirtualAddress address, Tracking tracking) {}
}
