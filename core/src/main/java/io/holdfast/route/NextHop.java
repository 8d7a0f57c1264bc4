package io.holdfast.route;

import io.holdfast.base.IpAddress;
import java.util.Optional;

/// Where packets of a route go next.
///
/// @param gateway       the router; empty where the destination is on the link
/// @param interfaceName the interface; empty for the one the gateway is reached by
/// @param weight        share among the next hops, 1 to 256
/// @param onLink        the gateway is on the link, even if no address says so
/// @param encapsulation what packets are wrapped in
/// @param realms        IPv4: for traffic accounting
public record NextHop(Optional<IpAddress> gateway, Optional<String> interfaceName, int weight, boolean onLink,
        Optional<Encapsulation> encapsulation, Optional<Realms> realms) {}
