package io.holdfast.vrrp;

import io.holdfast.base.MonoTime;
import java.time.Duration;

/// Another router that also claims to own the addresses, seen by the one with the higher address (`vrrp.md` 3.7).
/// It is given the chance to yield: two more advertisements of ours, then a wait; if it is heard even then,
/// we give way although we own the addresses.
///
/// @param advertsLeft own advertisements still to be sent before the wait
/// @param interval    the longer of both advertisement intervals
/// @param deadline    the end of the wait, once it has begun
public record OwnerRival(int advertsLeft, Duration interval, MonoTime deadline) {
    static final OwnerRival NONE = new OwnerRival(0, Duration.ZERO, VrrpState.NEVER);
    private static final int ADVERTS = 2;

    static OwnerRival seen(Duration own, Duration theirs) {
        return new OwnerRival(ADVERTS, own.compareTo(theirs) >= 0 ? own : theirs, VrrpState.NEVER);
    }

    boolean isNone() {
        return interval.isZero();
    }

    /// Whether the rival had all the time it gets.
    boolean isPatienceOver() {
        return !isNone() && advertsLeft == 0;
    }

    OwnerRival afterAdvert(MonoTime now) {
        if (advertsLeft == 0) {
            return this;
        }
        return new OwnerRival(advertsLeft - 1, interval,
                advertsLeft > 1 ? VrrpState.NEVER : now.plusMicros(interval.toNanos() / 1_000 * 6 / 5));
    }
}
