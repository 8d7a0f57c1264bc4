package io.holdfast.route;

import io.holdfast.base.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// One route.
///
/// @param key               what the kernel tells it from others by
/// @param type              what becomes of packets, RTN_* of linux/rtnetlink.h
/// @param protocol          who made it, 0 to 255; ours is [#PROTOCOL]
/// @param scope             RT_SCOPE_*; empty for what fits the type and the next hops
/// @param source            address that our own packets are sent from
/// @param nextHops          where to; none for types that go nowhere
/// @param metrics           what TCP and others are told about the way
/// @param congestionControl algorithm for connections that take the way
/// @param expires           IPv6: seconds until the kernel removes it, 0 to 2^32 - 1
/// @param preference        IPv6: router preference of RFC 4191, 0 to 255 with 0 medium, 1 high, 3 low
/// @param ttlPropagate      MPLS: whether the TTL goes into the label; empty for what the system is set to
/// @param insertion         what a route that is there already means
/// @param tracking          whether it is watched
public record RouteSpec(RouteKey key, int type, int protocol, OptionalInt scope, Optional<IpAddress> source,
        List<NextHop> nextHops, List<Metric> metrics, Optional<CongestionControl> congestionControl,
        OptionalLong expires, OptionalInt preference, Optional<Boolean> ttlPropagate, Insertion insertion,
        Tracking tracking) {
    /// RTPROT_KEEPALIVED of linux/rtnetlink.h.
    public static final int PROTOCOL = 18;
    /// RTN_UNICAST.
    public static final int UNICAST = 1;

    public RouteSpec {
        nextHops = List.copyOf(nextHops);
        metrics = List.copyOf(metrics);
    }

    /// How a route is put among those that are there.
    public enum Insertion {
        /// It fails if there is one with the same key.
        ADD,
        /// It comes before others with the same key.
        PREPEND,
        /// It comes after others with the same key.
        APPEND
    }
}
