package io.holdfast.linux.sys;

import io.holdfast.base.MonoTime;
import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;

/// One timer on CLOCK_MONOTONIC that makes a descriptor readable when it is due.
public final class TimerFd implements AutoCloseable {
    private static final int CLOCK_MONOTONIC = 1; // linux/time.h
    private static final int TFD_TIMER_ABSTIME = 1; // linux/timerfd.h, as the next two
    private static final int TFD_CLOEXEC = 0x80000;
    private static final int TFD_NONBLOCK = 0x800;
    private static final long NANOS = 1_000_000_000L;
    // struct itimerspec: interval (never used), then value
    private static final int VALUE_SECONDS = 16;
    private static final int VALUE_NANOS = 24;
    private static final int ITIMERSPEC_SIZE = 32;
    private static final int COUNT_SIZE = 8;

    private final Descriptor descriptor;
    private final NativeMemory memory;

    private TimerFd(Descriptor descriptor) {
        this.descriptor = descriptor;
        this.memory = NativeMemory.allocate(ITIMERSPEC_SIZE + COUNT_SIZE);
    }

    public static TimerFd open() {
        long fd = Kernel.call(Nr.TIMERFD_CREATE, CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
        return new TimerFd(Descriptor.opened(fd, "timerfd_create"));
    }

    public int fd() {
        return descriptor.fd();
    }

    /// Fires once at `time`, at once if that is past. Replaces what was armed before.
    public void armAt(MonoTime time) {
        // A value of zero would disarm.
        set(Math.max(1, time.nanos()));
    }

    public void disarm() {
        set(0);
    }

    /// Clears readiness.
    ///
    /// @return how often it was due since it was last read or armed: 0 or 1
    public long read() {
        long result = Kernel.call(Nr.READ, fd(), memory.address() + ITIMERSPEC_SIZE, COUNT_SIZE);
        if (result == -Errno.EAGAIN) {
            return 0;
        }
        KernelException.check(result, "read of a timerfd");
        return memory.bytes().getLong(ITIMERSPEC_SIZE);
    }

    @Override
    public void close() {
        descriptor.close();
        memory.close();
    }

    private void set(long nanos) {
        memory.bytes().putLong(VALUE_SECONDS, nanos / NANOS).putLong(VALUE_NANOS, nanos % NANOS);
        long result = Kernel.call(Nr.TIMERFD_SETTIME, fd(), TFD_TIMER_ABSTIME, memory.address(), 0);
        KernelException.check(result, "timerfd_settime");
    }
}
