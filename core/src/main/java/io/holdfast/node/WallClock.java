package io.holdfast.node;

import io.holdfast.base.MonoTime;

/// The wall clock, as far as it is known here: by how much it is ahead of the monotonic clock. Whoever sets it must not
/// be able to disturb a timer, so nothing but signatures looks at it.
final class WallClock {
    private long offsetNanos;

    void set(NodeEvent.WallClockSet event) {
        offsetNanos = event.offsetNanos();
    }

    /// Nanoseconds since 1970.
    long utcNanos(MonoTime now) {
        return now.nanos() + offsetNanos;
    }
}
