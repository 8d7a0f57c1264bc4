package io.holdfast.vrrp;

import io.holdfast.base.IpAddress;
import java.util.ArrayList;
import java.util.List;

/// A line of `unicast_peer`.
///
/// @param minTtl the lowest TTL or hop limit its advertisements may arrive with, which says how far away it may be
/// @param maxTtl the highest
public record Peer(IpAddress address, int minTtl, int maxTtl) {
    public static final int HIGHEST_TTL = 255;

    /// However far away.
    public static Peer anywhere(IpAddress address) {
        return new Peer(address, 0, HIGHEST_TTL);
    }

    static List<Peer> all(IpAddress... addresses) {
        List<Peer> peers = new ArrayList<>(addresses.length);
        for (IpAddress address : addresses) {
            peers.add(anywhere(address));
        }
        return peers;
    }

    /// Whether an advertisement that arrived with this TTL may have been sent by it.
    boolean isWithin(int ttl) {
        return ttl >= minTtl && ttl <= maxTtl;
    }
}
