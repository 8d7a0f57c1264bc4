package io.holdfast.sim;

import java.util.SplittableRandom;

/// What all machines share: time, chance, wires, the journal and the judges.
final class World {
    private static final long ORIGIN_NANOS = 1_000_000_000_000L;
    private static final long DAY_NANOS = 86_400_000_000_000L;

    private final EventQueue queue = new EventQueue();
    private final SplittableRandom latency;
    private final Network network;
    private final Journal journal;
    private final Elections elections;
    private final Neighbours neighbours = new Neighbours();
    private final Holdings holdings;
    private long now = ORIGIN_NANOS;

    World(long seed, int journalCapacity) {
        SplittableRandom chance = new SplittableRandom(seed);
        this.latency = chance.split();
        this.network = new Network(this, chance.split());
        this.journal = new Journal(seed, journalCapacity);
        this.elections = new Elections(this);
        this.holdings = new Holdings(this);
    }

    void at(long nanos, EventQueue.Happening happening) {
        queue.add(nanos, happening);
    }

    /// Lets everything happen that is due, checking after each step.
    void runUntil(long end) {
        while (queue.isDueBy(end)) {
            moveTo(queue.nextTime());
            queue.take().happen();
            check();
        }
        moveTo(end);
        check();
    }

    private void moveTo(long nanos) {
        now = nanos;
    }

    private void check() {
        holdings.check();
        elections.check();
    }

    /// A time from now until `most` later.
    long soon(long most) {
        return soonAfter(now, most);
    }

    /// A time from `nanos`, or from now if that is past, until `most` later.
    long soonAfter(long nanos, long most) {
        return Math.max(nanos, now) + latency.nextLong(most + 1);
    }

    long now() {
        return now;
    }

    /// Of a machine that was booted up to a day ago.
    Clock newClock(int driftPpm) {
        return new Clock(now, 1 + latency.nextLong(DAY_NANOS), driftPpm);
    }

    Network network() {
        return network;
    }

    Journal journal() {
        return journal;
    }

    Elections elections() {
        return elections;
    }

    Holdings holdings() {
        return holdings;
    }

    Neighbours neighbours() {
        return neighbours;
    }

    Violation violation(String text) {
        return new Violation(text, journal.text());
    }
}
