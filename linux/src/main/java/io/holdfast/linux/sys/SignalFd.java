package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;

/// Signals that every thread of the process blocks, as a descriptor that is readable while one of them is pending. As
/// with the kernel's own pending set, one that comes twice before it is read is one; but for real-time signals, which
/// it counts.
public final class SignalFd implements AutoCloseable {
    private static final int SFD_CLOEXEC = 0x80000; // linux/signalfd.h, as the next one
    private static final int SFD_NONBLOCK = 0x800;
    private static final int SIGINFO_SIZE = 128; // struct signalfd_siginfo, which starts with the number
    private static final int SIGSET_SIZE = 8;

    private final Descriptor descriptor;
    private final NativeMemory memory = NativeMemory.allocate(SIGINFO_SIZE);

    private SignalFd(Descriptor descriptor) {
        this.descriptor = descriptor;
    }

    /// @param signals a [SignalSet]
    static SignalFd open(long signals) {
        try (NativeMemory set = NativeMemory.temporary(SIGSET_SIZE)) {
            set.bytes().putLong(0, signals);
            long fd = Kernel.call(Nr.SIGNALFD4, -1, set.address(), SIGSET_SIZE, SFD_NONBLOCK | SFD_CLOEXEC);
            return new SignalFd(Descriptor.opened(fd, "signalfd4"));
        }
    }

    public int fd() {
        return descriptor.fd();
    }

    /// @return the lowest pending signal, which is pending no longer, or 0
    public int read() {
        long result = Kernel.call(Nr.READ, fd(), memory.address(), SIGINFO_SIZE);
        if (result == -Errno.EAGAIN) {
            return 0;
        }
        KernelException.check(result, "read of a signalfd");
        return memory.bytes().getInt(0);
    }

    @Override
    public void close() {
        descriptor.close();
        memory.close();
    }
}
