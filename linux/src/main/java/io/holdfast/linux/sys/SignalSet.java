package io.holdfast.linux.sys;

/// The kernel's sigset_t: bit N-1 stands for signal N.
final class SignalSet {
    private static final int SIGKILL = 9; // asm/signal.h
    private static final int SIGSTOP = 19;

    private SignalSet() {}

    static long of(int... signals) {
        long set = 0;
        for (int signal : signals) {
            set |= 1L << (signal - 1);
        }
        return set;
    }

    /// Every signal whose disposition can be changed, with those that glibc uses itself: it would leave them ignored.
    static long all() {
        return ~of(SIGKILL, SIGSTOP);
    }
}
