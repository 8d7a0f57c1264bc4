package io.holdfast.sim;

import java.util.SplittableRandom;

/// One direction between two machines.
final class Path {
    private boolean open = true;
    private long changedAt;
    private long lastArrival;

    Path(long now) {
        changedAt = now;
    }

    boolean isOpen() {
        return open;
    }

    /// When it was last opened or cut.
    long changedAt() {
        return changedAt;
    }

    void set(boolean nowOpen, long now) {
        if (open != nowOpen) {
            open = nowOpen;
            changedAt = now;
        }
    }

    /// When a packet sent now arrives. One that is held back does not hold up those behind it.
    long arrival(long now, Conditions conditions, SplittableRandom chance) {
        long min = conditions.minDelay().toNanos();
        long arrival = now + min + chance.nextLong(conditions.maxDelay().toNanos() - min + 1);
        if (conditions.reordering() > 0 && chance.nextDouble() < conditions.reordering()) {
            return arrival + chance.nextLong(conditions.holdBack().toNanos() + 1);
        }
        lastArrival = Math.max(arrival, lastArrival);
        return lastArrival;
    }
}
