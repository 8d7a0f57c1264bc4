package io.holdfast.bfd;

import io.holdfast.base.IpAddress;
import io.holdfast.track.Weight;
import java.time.Duration;
import java.util.Optional;

/// One `bfd_instance` (5.1).
///
/// @param name       unique, up to 31 characters
/// @param neighbour  the other end
/// @param source     the local address, of the neighbour's family; empty for the kernel's choice
/// @param minRx      required minimum receive interval, 1 ms or more
/// @param minTx      desired minimum transmit interval, 1 ms or more
/// @param idleTx     transmit interval while the session is not up, 1 s or more
/// @param multiplier packets that may be missed, 1 to 255
/// @param passive    the other end begins
/// @param ttl        TTL or hop limit of packets sent, 1 to 255
/// @param maxHops    how much less a received TTL may be, 0 to 255; -1 and 255 for any
/// @param multihop   RFC 5883, port 4784
/// @param weight     what the session adds to a priority that tracks it
/// @param forVrrp    the VRRP process hears of its state
/// @param forChecker the health checks hear of its state
public record BfdSpec(String name, IpAddress neighbour, Optional<IpAddress> source, Duration minRx, Duration minTx,
        Duration idleTx, int multiplier, boolean passive, int ttl, int maxHops, boolean multihop, Weight weight,
        boolean forVrrp, boolean forChecker) {
    public BfdSpec {
        if (source.isPresent() && source.get().family() != neighbour.family()) {
            throw new IllegalArgumentException(source.get() + " cannot reach " + neighbour);
        }
        if (ttl < 1 || ttl > 255 || maxHops < -1 || maxHops > ttl || multiplier < 1 || multiplier > 255) {
            throw new IllegalArgumentException("ttl " + ttl + ", max_hops " + maxHops + ", multiplier " + multiplier);
        }
    }
}
