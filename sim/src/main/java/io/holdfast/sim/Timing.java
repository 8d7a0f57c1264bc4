package io.holdfast.sim;

/// How slow a machine that works can be. Each use draws a time up to the limit.
final class Timing {
    /// W: from a timer being due to the loop being awake.
    static final long WAKE_NANOS = 200_000;
    /// N: from a change in the kernel to the loop hearing of it.
    static final long NOTICE_NANOS = 2_000_000;
    /// From an action to the event that tells how it went.
    static final long ANSWER_NANOS = 1_000_000;

    private Timing() {}
}
