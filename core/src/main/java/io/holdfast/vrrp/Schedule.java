package io.holdfast.vrrp;

import io.holdfast.base.MonoTime;
import java.time.Duration;

/// Periodic deadlines that do not drift: the next is counted from when the last was due, not from when it was met.
public final class Schedule {
    private Schedule() {}

    /// The first point of the schedule after `now`; what was missed altogether is not made up for.
    public static MonoTime next(MonoTime due, Duration period, MonoTime now) {
        MonoTime next = due.plus(period);
        if (next.isAfter(now)) {
            return next;
        }
        long missed = (now.nanos() - due.nanos()) / period.toNanos();
        return new MonoTime(due.nanos() + (missed + 1) * period.toNanos());
    }
}
