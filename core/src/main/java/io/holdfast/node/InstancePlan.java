package io.holdfast.node;

import io.holdfast.base.IpAddress;
import io.holdfast.vrrp.VrrpSpec;
import java.util.List;

/// All the shell needs to act for an instance, resolved to interface numbers and a source address, so that it
/// can encode packets and netlink requests long before they are needed.
///
/// @param id        which instance
/// @param spec      its configuration
/// @param linkIndex the interface advertisements are sent and heard on
/// @param source    the source address of advertisements
/// @param group     the multicast group they go to
/// @param addresses the advertised addresses and after them the excluded ones, in configuration order
public record InstancePlan(InstanceId id, VrrpSpec spec, int linkIndex, IpAddress source, IpAddress group,
        List<PlacedAddress> addresses) {

    public InstancePlan {
        addresses = List.copyOf(addresses);
    }
}
