package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;

/// The signals a daemon hears, and how they are held: blocked by every thread since before the JVM started, so that
/// none is lost or fatal at any time. The kernel keeps one that comes until [SignalFd] reads it, across an exec too.
///
/// A mask that Java sets would miss the threads that exist already, so the launcher sets it. HotSpot leaves it alone
/// on two conditions: HUP, INT and TERM have to be ignored when it starts, or it unblocks them to handle them; and the
/// environment has to name another signal than USR2 for its own use. That a blocked signal is ignored besides does not
/// keep the kernel from keeping it; but to begin to ignore one drops what it kept.
public final class Signals {
    // asm/signal.h; SIGKILL to send, SIGXCPU to recognise
    public static final int SIGHUP = 1;
    public static final int SIGINT = 2;
    public static final int SIGKILL = 9;
    public static final int SIGUSR1 = 10;
    public static final int SIGUSR2 = 12;
    public static final int SIGTERM = 15;
    public static final int SIGXCPU = 24;
    /// SIGRTMIN + 2, as libc counts.
    public static final int WRITE_JSON = 36;
    /// SIGRTMAX - 1.
    public static final int CLEAR_STATS = 63;

    /// Those that HotSpot handles, unless they are ignored.
    private static final int[] ENDING = {SIGHUP, SIGINT, SIGTERM};
    static final long IGNORED = SignalSet.of(ENDING);
    static final long HEARD = SignalSet.of(SIGHUP, SIGINT, SIGUSR1, SIGUSR2, SIGTERM, WRITE_JSON, CLEAR_STATS);

    private static final long SIG_DFL = 0; // asm-generic/signal-defs.h, as the next three
    private static final long SIG_IGN = 1;
    private static final int SIG_BLOCK = 0;
    private static final int SIG_UNBLOCK = 1;
    private static final int SIGSET_SIZE = Long.BYTES;

    private Signals() {}

    /// Opens the descriptor at which all of them are read. Good if they [are held][#areHeld].
    public static SignalFd open() {
        return SignalFd.open(HEARD);
    }

    /// Whether the calling thread blocks all of them, as do then the threads that it or its like started.
    public static boolean areHeld() {
        return (mask(SIG_BLOCK, 0) & HEARD) == HEARD;
    }

    /// Holds them on the calling thread, for the next image that this one [executes][Exec]; the other threads of this
    /// one remain as they are.
    public static void hold() {
        dispose(SIG_IGN);
        mask(SIG_BLOCK, HEARD);
    }

    /// Lets them do what they do by default, for a process that has no loop to hear them. What waited takes effect now.
    public static void letGo() {
        dispose(SIG_DFL);
        mask(SIG_UNBLOCK, HEARD);
    }

    private static void dispose(long handler) {
        for (int signal : ENDING) {
            Kernel.libc(Kernel.function("signal"), signal, handler, 0, 0, 0, 0);
        }
    }

    /// @return what the mask was before
    private static long mask(int how, long signals) {
        try (NativeMemory sets = NativeMemory.temporary(2 * SIGSET_SIZE)) {
            sets.bytes().putLong(0, signals);
            KernelException.check(Kernel.call(Nr.RT_SIGPROCMASK, how, sets.address(), sets.address() + SIGSET_SIZE,
                    SIGSET_SIZE), "rt_sigprocmask");
            return sets.bytes().getLong(SIGSET_SIZE);
        }
    }
}
