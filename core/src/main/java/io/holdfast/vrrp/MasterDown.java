package io.holdfast.vrrp;

import java.time.Duration;

/// How long a backup waits: Skew_Time and Active_Down_Interval of RFC 9568 section 6.1, in whole microseconds.
public final class MasterDown {
    private static final long SECOND_MICROS = 1_000_000;

    private MasterDown() {}

    /// The part of the wait that lets a router of higher priority act first.
    ///
    /// In VRRPv2 it counts in seconds whatever the interval (RFC 3768 section 6.1); in VRRPv3 it scales with the
    /// master's interval. The order of operations gives keepalived's result to the microsecond.
    ///
    /// @param priority       effective priority; an owner counts as 255 whatever it is
    /// @param masterInterval what the master announces, or our own interval
    public static long skewMicros(VrrpSpec spec, int priority, Duration masterInterval) {
        long weakness = 256L - (spec.isOwner() ? Priority.OWNER : priority);
        return spec.version() == VrrpVersion.V2
                ? weakness * SECOND_MICROS / 256
                : weakness * (toMicros(masterInterval) / 10_000) * 625 / 16;
    }

    /// The whole wait: so many missing advertisements, and the skew.
    public static long intervalMicros(VrrpSpec spec, int priority, Duration masterInterval) {
        return spec.downTimerAdverts() * toMicros(masterInterval) + skewMicros(spec, priority, masterInterval);
    }

    private static long toMicros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}
