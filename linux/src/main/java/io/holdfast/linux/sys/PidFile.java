package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;
import java.util.Optional;

/// An open pid file and the steps of owning it; their order is the caller's.
///
/// A child that inherits the descriptor holds the lock too.
public final class PidFile implements AutoCloseable {
    private static final int MODE = 0644;

    private final String path;
    private final Descriptor descriptor;

    private PidFile(String path, Descriptor descriptor) {
        this.path = path;
        this.descriptor = descriptor;
    }

    /// Opens or creates it, with mode 0644 whatever the umask.
    ///
    /// @throws KernelException with ELOOP if the path is a symbolic link, ENOENT if the directory is missing
    public static PidFile open(String path) {
        int flags = OpenAt.O_RDWR | OpenAt.O_CREAT | OpenAt.O_NOFOLLOW | OpenAt.O_NONBLOCK | OpenAt.O_CLOEXEC;
        long fd = KernelException.check(OpenAt.open(path, flags, MODE), "open", path);
        PidFile file = new PidFile(path, Descriptor.adopt((int) fd));
        KernelException.check(Kernel.call(Nr.FCHMOD, fd, MODE), "fchmod of", path);
        return file;
    }

    /// Takes over one that was handed to this process, its lock with it.
    public static PidFile adopt(String path, Descriptor descriptor) {
        return new PidFile(path, descriptor);
    }

    public Descriptor descriptor() {
        return descriptor;
    }

    /// @return false if another process holds it
    public boolean lock() {
        return FileLock.take(descriptor, path);
    }

    /// Whether the path still names this file: it may have been removed or replaced between open and lock.
    public boolean isStillNamed() {
        Optional<FileStatus> named = FileStatus.named(path);
        return named.isPresent() && named.get().isSameFile(FileStatus.of(descriptor, path));
    }

    /// Replaces the content.
    public void write(String text) {
        KernelException.check(Kernel.call(Nr.FTRUNCATE, descriptor.fd(), 0), "truncate", path);
        try (NativeMemory content = NativeMemory.temporary(text)) {
            int length = content.size() - 1;
            long result = Kernel.call(Nr.PWRITE64, descriptor.fd(), content.address(), length, 0);
            KernelException.check(result, "write", path);
        }
    }

    /// Removes the name, if there still is one; the lock lasts until [#close].
    public void unlink() {
        try (NativeMemory name = NativeMemory.temporary(path)) {
            long result = Kernel.call(Nr.UNLINKAT, OpenAt.AT_FDCWD, name.address(), 0);
            if (result != -Errno.ENOENT) {
                KernelException.check(result, "unlink", path);
            }
        }
    }

    @Override
    public void close() {
        descriptor.close();
    }
}
