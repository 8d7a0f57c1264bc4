package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// Signals as events of a loop: a handler remembers which signal came and makes a descriptor readable.
///
/// As with the kernel's own pending set, the same signal twice before it is polled is one signal. HotSpot delivers
/// these five without `-Xrs`; real-time signals need [SignalFd].
public final class Signals implements sun.misc.SignalHandler, AutoCloseable {
    // asm/signal.h; SIGKILL to send, SIGXCPU to recognise
    public static final int SIGHUP = 1;
    public static final int SIGINT = 2;
    public static final int SIGKILL = 9;
    public static final int SIGUSR1 = 10;
    public static final int SIGUSR2 = 12;
    public static final int SIGTERM = 15;
    public static final int SIGXCPU = 24;

    /// Where these are ignored when it starts, a JVM neither handles nor unblocks them.
    private static final int[] ENDING = {SIGHUP, SIGINT, SIGTERM};
    private static final long SIG_DFL = 0; // asm-generic/signal-defs.h, as the next three
    private static final long SIG_IGN = 1;
    private static final int SIG_BLOCK = 0;
    private static final int SIG_UNBLOCK = 1;
    private static final int SIGSET_SIZE = Long.BYTES;

    private final AtomicLong arrived = new AtomicLong();
    private final String[] names;
    private volatile Optional<EventFd> wake = Optional.empty();

    private Signals(String[] names) {
        this.names = names.clone();
    }

    /// Handles signals from now on, for the whole process. Makes no system call of ours, so that it can be the first
    /// thing a process does: until then most of these signals would end it.
    ///
    /// @param names without their SIG: `HUP`, `INT`, `TERM`, `USR1`, `USR2`
    public static Signals on(String... names) {
        Signals signals = new Signals(names);
        signals.handle();
        return signals;
    }

    private void handle() {
        for (String name : names) {
            sun.misc.Signal.handle(new sun.misc.Signal(name), this);
        }
    }

    /// Opens the descriptor that is readable when a signal has come, or had come before.
    public int open() {
        EventFd opened = EventFd.open();
        wake = Optional.of(opened);
        if (arrived.get() != 0) {
            opened.signal();
        }
        return opened.fd();
    }

    /// Clears readiness; then [#poll] until it answers 0.
    public void drain() {
        wake.ifPresent(EventFd::drain);
    }

    /// @return the lowest signal that has come and was not polled yet, or 0
    public int poll() {
        long pending = arrived.get();
        if (pending == 0) {
            return 0;
        }
        int signal = Long.numberOfTrailingZeros(pending);
        change(~(1L << signal), 0);
        return signal;
    }

    /// The JVM calls this on a thread of its own.
    @Override
    public void handle(sun.misc.Signal signal) {
        change(-1L, 1L << signal.getNumber());
        Optional<EventFd> opened = wake;
        if (opened.isPresent()) {
            opened.get().signal();
        }
    }

    /// For [Exec]: signals that come from now on wait for [#release] in whatever image takes the place of this one.
    /// Blocked, for the kernel to keep them; and ignored besides, or the next JVM would unblock them before it can
    /// handle them. Call it just before, on the thread that execs: until then other threads, which do not block them,
    /// let the kernel drop what they ignore.
    ///
    /// @return false if one had come and was not polled: then [#release] and poll, for the next image would not hear it
    public boolean hold() {
        mask(SIG_BLOCK);
        for (int signal : ENDING) {
            Kernel.libc(Kernel.function("signal"), signal, SIG_IGN, 0, 0, 0, 0);
        }
        return arrived.get() == 0;
    }

    /// Takes up again what [#hold] began, here or in the image before this one: what waited is delivered to the calling
    /// thread.
    public void release() {
        for (int signal : ENDING) {
            Kernel.libc(Kernel.function("signal"), signal, SIG_DFL, 0, 0, 0, 0);
        }
        handle();
        mask(SIG_UNBLOCK);
    }

    private void mask(int how) {
        try (NativeMemory set = NativeMemory.temporary(SIGSET_SIZE)) {
            set.bytes().putLong(0, SignalSet.of(SIGHUP, SIGINT, SIGTERM, SIGUSR1, SIGUSR2));
            KernelException.check(
                    Kernel.call(Nr.RT_SIGPROCMASK, how, set.address(), 0, SIGSET_SIZE), "rt_sigprocmask");
        }
    }

    /// Frees the descriptor; the handlers stay, so this is for the end of a process and for tests.
    @Override
    public void close() {
        wake.ifPresent(EventFd::close);
    }

    private void change(long keep, long add) {
        long old = arrived.get();
        while (!arrived.compareAndSet(old, (old & keep) | add)) {
            old = arrived.get();
        }
    }
}
