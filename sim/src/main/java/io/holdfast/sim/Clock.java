package io.holdfast.sim;

import io.holdfast.base.MonoTime;

/// The monotonic clock of one machine. It runs a little fast or slow, and where it began is nobody else's business.
///
/// Everything that happens is ordered by the time of the world; what a daemon sees and asks for is in its own.
final class Clock {
    /// The worst a clock of the simulation is wrong, either way: twice what a cheap crystal is.
    static final int MAX_DRIFT_PPM = 200;
    private static final long MILLION = 1_000_000;

    private final long origin;
    private final long offset;
    private final int driftPpm;
    private MonoTime shown;

    /// @param origin   a time of the world
    /// @param offset   what the clock shows then
    /// @param driftPpm how many microseconds it gains in a second, from -200 to 200
    Clock(long origin, long offset, int driftPpm) {
        this.origin = origin;
        this.offset = offset;
        this.driftPpm = driftPpm;
        this.shown = new MonoTime(offset);
    }

    /// How long an interval that somebody measures takes at most on the clock of the world.
    static long atMost(long nanos) {
        return nanos + Math.ceilDiv(nanos, MILLION / MAX_DRIFT_PPM - 1);
    }

    /// What the clock shows at a time of the world.
    long local(long world) {
        long passed = world - origin;
        return offset + passed + Math.floorDiv(passed * driftPpm, MILLION);
    }

    /// The first time of the world at which it shows at least this.
    long world(long local) {
        long passed = local - offset;
        long guess = origin + passed - Math.floorDiv(passed * driftPpm, MILLION + driftPpm) - 2;
        while (local(guess) < local) {
            guess++;
        }
        return guess;
    }

    MonoTime show(long world) {
        long local = local(world);
        if (local != shown.nanos()) {
            shown = new MonoTime(local);
        }
        return shown;
    }
}
