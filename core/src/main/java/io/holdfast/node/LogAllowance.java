package io.holdfast.node;

import io.holdfast.base.MonoTime;

/// How much an instance may say about the packets it gets. Who complains once about each sender says too much when the
/// senders are made up: so many lines at once, then one a second, and after that how many were left out.
final class LogAllowance {
    private static final int AT_ONCE = 20;
    private static final long NANOS_PER_LINE = 1_000_000_000;

    /// When the last line that was said is paid for, if lines cost a second each.
    private long paidAt = Long.MIN_VALUE;
    private long leftOut;

    /// Whether one more line may be said; counts it as said or as left out.
    boolean take(MonoTime now) {
        long from = Math.max(paidAt, now.nanos() - AT_ONCE * NANOS_PER_LINE);
        if (from + NANOS_PER_LINE > now.nanos()) {
            leftOut++;
            return false;
        }
        paidAt = from + NANOS_PER_LINE;
        return true;
    }

    /// How many lines were left out since this was last asked.
    long leftOut() {
        long count = leftOut;
        leftOut = 0;
        return count;
    }
}
