package io.holdfast.node;

import io.holdfast.base.IpAddress;
import io.holdfast.vrrp.Delivery.Multicast;
import io.holdfast.vrrp.Delivery.Unicast;
import io.holdfast.vrrp.OutgoingAdvert;
import io.holdfast.vrrp.Peer;
import io.holdfast.vrrp.VrrpSpec;
import java.util.ArrayList;
import java.util.List;

/// All the shell needs to act for an instance, resolved to interface numbers and a source address, so that it
/// can encode packets and netlink requests long before they are needed.
///
/// @param id          which instance
/// @param spec        its configuration
/// @param linkIndex   the interface advertisements are sent and heard on; [#ANY_LINK] for none in particular
/// @param source      the source address of advertisements
/// @param oldChecksum whether advertisements carry the checksum of [io.holdfast.vrrp.OldChecksum]
/// @param addresses   the advertised addresses and after them the excluded ones, in configuration order
public record InstancePlan(InstanceId id, VrrpSpec spec, int linkIndex, IpAddress source, boolean oldChecksum,
        List<PlacedAddress> addresses) {

    /// No interface has this number.
    public static final int ANY_LINK = 0;

    public InstancePlan {
        addresses = List.copyOf(addresses);
    }

    /// Where each advertisement goes, in this order.
    public List<IpAddress> destinations() {
        return switch (spec.delivery()) {
            case Multicast(var group) -> List.of(group);
            case Unicast unicast -> {
                List<IpAddress> addresses = new ArrayList<>(unicast.peers().size());
                for (Peer peer : unicast.peers()) {
                    addresses.add(peer.address());
                }
                yield addresses;
            }
        };
    }

    /// Where the advertisements of others come to: the group, or our own address.
    public IpAddress local() {
        return spec.delivery() instanceof Multicast(var group) ? group : source;
    }

    /// The advertisement for one of the [#destinations].
    public OutgoingAdvert advertTo(IpAddress destination) {
        return oldChecksum && spec.delivery() instanceof Unicast unicast
                ? OutgoingAdvert.withOldChecksum(spec, source, destination, unicast.oldChecksum().group())
                : new OutgoingAdvert(spec, source, destination);
    }

    InstancePlan withOldChecksum() {
        return new InstancePlan(id, spec, linkIndex, source, true, addresses);
    }
}
