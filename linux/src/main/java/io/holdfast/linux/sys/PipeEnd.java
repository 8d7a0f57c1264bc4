package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;

/// The end of a pipe that is written to, such as one this process was started with.
public final class PipeEnd implements AutoCloseable {
    private final Descriptor descriptor;

    private PipeEnd(Descriptor descriptor) {
        this.descriptor = descriptor;
    }

    /// @param descriptor now belongs to this object; blocking or not, as it is
    public static PipeEnd over(Descriptor descriptor) {
        return new PipeEnd(descriptor);
    }

    /// Writes all of it if the pipe takes it at once, as it does up to 4096 bytes (PIPE_BUF) where there is room.
    ///
    /// @return 0 or the errno: EPIPE when nobody reads any more, EBADF when the descriptor was never open
    public int write(byte[] bytes) {
        try (NativeMemory memory = NativeMemory.temporary(Math.max(1, bytes.length))) {
            memory.bytes().put(0, bytes);
            long result = Kernel.call(Nr.WRITE, descriptor.fd(), memory.address(), bytes.length);
            return result < 0 ? (int) -result : 0;
        }
    }

    @Override
    public void close() {
        descriptor.close();
    }
}
