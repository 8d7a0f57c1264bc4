package io.holdfast.journal;

import io.holdfast.base.MonoTime;

/// How many events that others can bring about are kept: a file that changes every second must not push the transitions
/// of the week out of the journal. So many at once, then one in each so many seconds.
final class Chatter {
    private static final int AT_ONCE = 200;
    private static final long NANOS_PER_EVENT = 10_000_000_000L;

    /// When the last event that was kept is paid for.
    private long paidAt = Long.MIN_VALUE;
    private long leftOut;

    /// @return -1 if this one is to be left out; otherwise how many were since the last that was kept
    long leftOutBefore(MonoTime now) {
        long from = Math.max(paidAt, now.nanos() - AT_ONCE * NANOS_PER_EVENT);
        if (from + NANOS_PER_EVENT > now.nanos()) {
            leftOut++;
            return -1;
        }
        paidAt = from + NANOS_PER_EVENT;
        long count = leftOut;
        leftOut = 0;
        return count;
    }
}
