package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;

/// Wakes a loop from another thread. [#signal] may be called from any thread while it is open.
public final class EventFd implements AutoCloseable {
    private static final int EFD_CLOEXEC = 0x80000; // linux/eventfd.h, as the next one
    private static final int EFD_NONBLOCK = 0x800;
    private static final int DRAINED = 8;

    private final Descriptor descriptor;
    private final NativeMemory memory;

    private EventFd(Descriptor descriptor) {
        this.descriptor = descriptor;
        this.memory = NativeMemory.allocate(2 * Long.BYTES);
        this.memory.bytes().putLong(0, 1); // what signal() adds; never written again
    }

    public static EventFd open() {
        return new EventFd(Descriptor.opened(Kernel.call(Nr.EVENTFD2, 0, EFD_NONBLOCK | EFD_CLOEXEC), "eventfd2"));
    }

    public int fd() {
        return descriptor.fd();
    }

    /// Makes it readable. The counter being full, EAGAIN, means that it is readable already.
    public void signal() {
        long result = Kernel.call(Nr.WRITE, fd(), memory.address(), Long.BYTES);
        if (result < 0 && result != -Errno.EAGAIN) {
            throw new KernelException("write of an eventfd", (int) -result);
        }
    }

    /// Clears readiness.
    ///
    /// @return how often it was signalled since the last time
    public long drain() {
        long result = Kernel.call(Nr.READ, fd(), memory.address() + DRAINED, Long.BYTES);
        if (result == -Errno.EAGAIN) {
            return 0;
        }
        KernelException.check(result, "read of an eventfd");
        return memory.bytes().getLong(DRAINED);
    }

    @Override
    public void close() {
        descriptor.close();
        memory.close();
    }
}
