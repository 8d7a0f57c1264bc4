package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;

/// A descriptor that bytes come from or go to: a pipe, a stream socket. Blocks or does not, as the descriptor is set.
public final class ByteStream implements AutoCloseable {
    private static final int O_NONBLOCK = 0x800; // asm-generic/fcntl.h, as the next one
    private static final int O_CLOEXEC = 0x80000;

    private final Descriptor descriptor;

    private ByteStream(Descriptor descriptor) {
        this.descriptor = descriptor;
    }

    /// @param descriptor now belongs to this object
    public static ByteStream over(Descriptor descriptor) {
        return new ByteStream(descriptor);
    }

    /// Both ends of a pipe, neither of which blocks.
    public record Pipe(ByteStream out, ByteStream in) {
        public static Pipe open() {
            try (NativeMemory ends = NativeMemory.temporary(2 * Integer.BYTES)) {
                KernelException.check(Kernel.call(Nr.PIPE2, ends.address(), O_NONBLOCK | O_CLOEXEC), "pipe2");
                return new Pipe(over(Descriptor.adopt(ends.bytes().getInt(0))),
                        over(Descriptor.adopt(ends.bytes().getInt(Integer.BYTES))));
            }
        }
    }

    public int fd() {
        return descriptor.fd();
    }

    public Descriptor descriptor() {
        return descriptor;
    }

    /// @return how many bytes came; 0 at the end; or a negated errno: EAGAIN when there are none yet
    public int read(byte[] into) {
        try (NativeMemory memory = NativeMemory.temporary(into.length)) {
            int length = (int) Kernel.call(Nr.READ, fd(), memory.address(), into.length);
            if (length > 0) {
                memory.bytes().get(0, into, 0, length);
            }
            return length;
        }
    }

    /// @return how many bytes were taken; or a negated errno: EAGAIN when none are now, EPIPE when nobody reads any
    ///         more (a JVM ignores SIGPIPE), EBADF when the descriptor was never open
    public int write(byte[] bytes, int from, int length) {
        try (NativeMemory memory = NativeMemory.temporary(Math.max(1, length))) {
            memory.bytes().put(0, bytes, from, length);
            return (int) Kernel.call(Nr.WRITE, fd(), memory.address(), length);
        }
    }

    @Override
    public void close() {
        descriptor.close();
    }
}
