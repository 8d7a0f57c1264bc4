package io.holdfast.linux.sys;

import io.holdfast.base.MonoTime;

/// CLOCK_MONOTONIC, the clock that [TimerFd] counts in.
public final class MonoClock {
    private MonoClock() {}

    /// On Linux HotSpot's nanoTime is CLOCK_MONOTONIC itself, read without a downcall; a test holds it to that.
    public static MonoTime now() {
        return new MonoTime(System.nanoTime());
    }
}
