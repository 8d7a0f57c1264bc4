package io.holdfast.vrrp;

import io.holdfast.base.MonoTime;
import java.time.Duration;

/// Whether a mastership outlived the process that held it (`vrrp.md` 3.11): only as long as every router that followed
/// it still waits for the next advertisement.
public final class Resumption {
    /// What RFC 9568 section 6.1 says, and what a peer waits that is not configured otherwise.
    private static final int ADVERTS = 3;

    private Resumption() {}

    /// The shortest wait of a peer begins when our last advertisement reaches it and lasts so many intervals; its skew,
    /// which is next to nothing for a priority of 254, is not counted on. Half an interval has to be left, for our next
    /// advertisement to get there.
    ///
    /// @param spec       the configuration the mastership would go on with
    /// @param lastAdvert a moment not after the last advertisement left
    /// @param interval   the advertisement interval at that time, which in VRRPv3 is what peers wait by
    public static boolean isInTime(VrrpSpec spec, MonoTime lastAdvert, Duration interval, MonoTime now) {
        long announced = Math.min(interval.toNanos(), spec.advertInterval().toNanos());
        long patience = Math.min(ADVERTS, spec.downTimerAdverts()) * announced;
        long silence = now.nanos() - lastAdvert.nanos();
        return silence >= 0 && silence < patience - announced / 2;
    }
}
