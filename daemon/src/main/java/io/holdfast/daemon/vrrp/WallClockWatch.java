package io.holdfast.daemon.vrrp;

import io.holdfast.linux.sys.MonoClock;

/// Notices when the wall clock is set. The kernel slews both clocks alike, so that the distance between them changes by
/// nothing else.
final class WallClockWatch {
    private static final long MILLI_NANOS = 1_000_000;
    /// More than reading two clocks one after the other can differ on a busy machine, less than a signature notices.
    private static final long NOTICEABLE_NANOS = 100 * MILLI_NANOS;

    private long offsetNanos = measure();

    /// Looks again.
    ///
    /// @return whether [#offsetNanos] changed
    boolean wasSet() {
        long measured = measure();
        boolean set = Math.abs(measured - offsetNanos) > NOTICEABLE_NANOS;
        offsetNanos = set ? measured : offsetNanos;
        return set;
    }

    /// Wall clock minus monotonic clock.
    long offsetNanos() {
        return offsetNanos;
    }

    private static long measure() {
        return System.currentTimeMillis() * MILLI_NANOS - MonoClock.now().nanos();
    }
}
