package io.holdfast.daemon.vrrp;

import io.holdfast.base.MonoTime;
import java.time.Duration;

/// How long a turn of the loop may go on with work that can wait for the next turn.
final class Turn {
    /// A fifth of the shortest advertisement interval there is.
    private static final Duration LENGTH = Duration.ofMillis(2);
    /// What a turn may always take of work that has been put off for long enough, so that all is done in the end,
    /// however many timers are due.
    private static final Duration SHORTEST = Duration.ofNanos(500_000);
    /// For so long timers that are due come before everything else: in this time thousands of instances advertise,
    /// whose peers count milliseconds, while nobody's addresses are missed.
    private static final Duration PUT_OFF = Duration.ofMillis(100);

    private MonoTime began;
    private MonoTime ends;
    private MonoTime putOffUntil;

    Turn(MonoTime now) {
        began = now;
        ends = now;
        putOffUntil = now;
    }

    void begin(MonoTime now) {
        began = now;
        ends = now.plus(LENGTH);
    }

    /// Work begins to wait.
    void putOff(MonoTime now) {
        putOffUntil = now.plus(PUT_OFF);
    }

    /// Shortens the turn where a timer is due before its end.
    void endBy(MonoTime deadline) {
        MonoTime shortest = began.isBefore(putOffUntil) ? began : began.plus(SHORTEST);
        if (deadline.isBefore(ends)) {
            ends = deadline.isBefore(shortest) ? shortest : deadline;
        }
    }

    boolean isOver(MonoTime now) {
        return !now.isBefore(ends);
    }
}
