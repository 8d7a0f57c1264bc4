package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;
import java.nio.ByteBuffer;

/// An open pid file and the steps of owning it; their order is the caller's.
///
/// The lock is an open-file-description one: a child that inherits the descriptor holds it too, and closing any other
/// descriptor of the same file does not lose it.
public final class PidFile implements AutoCloseable {
    private static final int MODE = 0644;
    private static final int F_OFD_SETLK = 37; // linux/fcntl.h, as the next four
    private static final short F_WRLCK = 1;
    private static final int AT_SYMLINK_NOFOLLOW = 0x100;
    private static final int AT_EMPTY_PATH = 0x1000;
    private static final int FLOCK_SIZE = 32; // struct flock: type, whence, start, len, pid; zeros mean the whole file
    private static final int STATX_INO = 0x100; // linux/stat.h, as the next four
    private static final int STATX_SIZE = 256;
    private static final int STX_INO = 0x20;
    private static final int STX_DEV_MAJOR = 0x88;
    private static final int STX_DEV_MINOR = 0x8c;

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
        try (NativeMemory lock = NativeMemory.temporary(FLOCK_SIZE)) {
            lock.bytes().putShort(0, F_WRLCK);
            long result = Kernel.call(Nr.FCNTL, descriptor.fd(), F_OFD_SETLK, lock.address());
            if (result == -Errno.EAGAIN || result == -Errno.EACCES) {
                return false;
            }
            KernelException.check(result, "lock", path);
            return true;
        }
    }

    /// Whether the path still names this file: it may have been removed or replaced between open and lock.
    public boolean isStillNamed() {
        try (NativeMemory mine = NativeMemory.temporary(STATX_SIZE);
                NativeMemory named = NativeMemory.temporary(STATX_SIZE)) {
            KernelException.check(statx(descriptor.fd(), "", AT_EMPTY_PATH, mine), "statx of", path);
            long result = statx(OpenAt.AT_FDCWD, path, AT_SYMLINK_NOFOLLOW, named);
            if (result == -Errno.ENOENT) {
                return false;
            }
            KernelException.check(result, "statx of", path);
            return isSameFile(mine.bytes(), named.bytes());
        }
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

    private static long statx(int directory, String path, int flags, NativeMemory into) {
        try (NativeMemory name = NativeMemory.temporary(path)) {
            return Kernel.call(Nr.STATX, directory, name.address(), flags, STATX_INO, into.address(), 0);
        }
    }

    private static boolean isSameFile(ByteBuffer one, ByteBuffer other) {
        return one.getLong(STX_INO) == other.getLong(STX_INO)
                && one.getInt(STX_DEV_MAJOR) == other.getInt(STX_DEV_MAJOR)
                && one.getInt(STX_DEV_MINOR) == other.getInt(STX_DEV_MINOR);
    }
}
