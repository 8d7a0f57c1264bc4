package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;

/// An open file descriptor, or [an invalid one][#invalid()] on which every system call answers EBADF.
public final class Descriptor implements AutoCloseable {
    private static final int INVALID = -1;
    private static final int F_GETFD = 1; // linux/fcntl.h, as all of these
    private static final int F_SETFD = 2;
    private static final int F_GETFL = 3;
    private static final int F_SETFL = 4;
    private static final int FD_CLOEXEC = 1;
    private static final int O_NONBLOCK = 0x800;
    private static final int CLOSE_RANGE_CLOEXEC = 4; // linux/close_range.h
    private static final int STDERR = 2;

    private int fd;

    private Descriptor(int fd) {
        this.fd = fd;
    }

    /// Takes over a number that this process was given, such as descriptor 3 at its start.
    public static Descriptor adopt(int fd) {
        return new Descriptor(fd);
    }

    /// For dry runs: what is built over it runs its whole path, and the kernel refuses at the end of it.
    public static Descriptor invalid() {
        return new Descriptor(INVALID);
    }

    /// Takes over what a system call returned.
    ///
    /// @throws KernelException if that is a negated errno
    public static Descriptor opened(long result, String operation) {
        return new Descriptor((int) KernelException.check(result, operation));
    }

    /// Opens a file for reading; never waits for somebody at the other end of a pipe.
    ///
    /// @throws KernelException if that is not possible
    public static Descriptor reading(String path) {
        int flags = OpenAt.O_RDONLY | OpenAt.O_NONBLOCK | OpenAt.O_CLOEXEC;
        return new Descriptor((int) KernelException.check(OpenAt.open(path, flags, 0), "open", path));
    }

    /// Opens what is empty to read and takes all that is written.
    public static Descriptor nullDevice() {
        int flags = OpenAt.O_RDWR | OpenAt.O_CLOEXEC;
        return new Descriptor((int) KernelException.check(OpenAt.open("/dev/null", flags, 0), "open", "/dev/null"));
    }

    public int fd() {
        return fd;
    }

    public boolean isValid() {
        return fd != INVALID;
    }

    /// Whether programs started from this process inherit it.
    public void inherited(boolean inherited) {
        long flags = KernelException.check(Kernel.call(Nr.FCNTL, fd, F_GETFD), "F_GETFD of descriptor", fd);
        long wanted = inherited ? flags & ~FD_CLOEXEC : flags | FD_CLOEXEC;
        KernelException.check(Kernel.call(Nr.FCNTL, fd, F_SETFD, wanted), "F_SETFD of descriptor", fd);
    }

    /// From now on programs started from this process inherit the three standard descriptors and nothing else, not even
    /// what the JVM opened.
    public static void inheritNone() {
        long result = Kernel.call(Nr.CLOSE_RANGE, STDERR + 1, Integer.MAX_VALUE, CLOSE_RANGE_CLOEXEC);
        KernelException.check(result, "close_range");
    }

    public void nonBlocking(boolean nonBlocking) {
        long flags = KernelException.check(Kernel.call(Nr.FCNTL, fd, F_GETFL), "F_GETFL of descriptor", fd);
        long wanted = nonBlocking ? flags | O_NONBLOCK : flags & ~O_NONBLOCK;
        KernelException.check(Kernel.call(Nr.FCNTL, fd, F_SETFL, wanted), "F_SETFL of descriptor", fd);
    }

    /// Closes it once; the number is invalid from then on. Linux frees the number whatever close returns.
    @Override
    public void close() {
        int closing = fd;
        fd = INVALID;
        if (closing != INVALID) {
            Kernel.call(Nr.CLOSE, closing);
        }
    }

    @Override
    public String toString() {
        return fd == INVALID ? "no descriptor" : "descriptor " + fd;
    }
}
