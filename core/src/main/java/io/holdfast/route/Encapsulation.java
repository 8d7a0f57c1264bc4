package io.holdfast.route;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A tunnel header in front of the packets of a next hop.
public sealed interface Encapsulation {
    /// IP in IP, or rather what a tunnel device makes of it.
    ///
    /// @param family      family of the outer header
    /// @param id          tunnel id, an unsigned number of 64 bits
    /// @param destination other end; an id or a destination is there
    /// @param source      this end
    /// @param tos         type of service or traffic class, 0 to 255
    /// @param hopLimit    TTL or hop limit, 0 to 255
    /// @param flags       TUNNEL_* of linux/if_tunnel.h, 0 to 65535
    record Ip(Family family, Optional<Long> id, Optional<IpAddress> destination, Optional<IpAddress> source,
            OptionalInt tos, OptionalInt hopLimit, OptionalInt flags) implements Encapsulation {}

    /// A stack of labels of 20 bits, the outermost first.
    record Mpls(List<Integer> labels) implements Encapsulation {
        public Mpls {
            labels = List.copyOf(labels);
        }
    }

    /// Identifier locator addressing.
    ///
    /// @param locator the upper half of the address, big-endian
    record Ila(long locator) implements Encapsulation {}
}
