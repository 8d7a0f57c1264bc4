package io.holdfast.daemon.vrrp;

import io.holdfast.base.MonoTime;
import java.time.Duration;

/// How long a turn of the loop may go on with work that can wait for the next turn.
final class Turn {
    /// A fifth of the shortest advertisement interval there is.
    private static final Duration LENGTH = Duration.ofMillis(2);
    /// Nanoseconds a turn may always take for work that has been put off for long enough, and half as long as it took
    /// for what comes first if that is more: so all is done in the end, however many timers are due.
    private static final long LEAST = 500_000;
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
        ends = MonoTime.earlier(ends, deadline);
    }

    /// What comes first is done, and work waits.
    void goOn(MonoTime now) {
        if (!began.isBefore(putOffUntil)) {
            MonoTime least = new MonoTime(now.nanos() + Math.max(LEAST, (now.nanos() - began.nanos()) / 2));
            ends = ends.isBefore(least) ? least : ends;
        }
    }

    boolean isOver(MonoTime now) {
        return !now.isBefore(ends);
    }
}
