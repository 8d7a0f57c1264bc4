package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;
import java.nio.ByteBuffer;
import java.util.Optional;

/// What the kernel says about a file.
///
/// @param device its file system, major and minor number
/// @param inode  its number there
/// @param links  how many names it has
/// @param owner  user id
/// @param group  group id
/// @param mode   type and permissions
/// @param size   in bytes
public record FileStatus(long device, long inode, int links, int owner, int group, int mode, long size) {
    private static final int AT_SYMLINK_NOFOLLOW = 0x100; // linux/fcntl.h, as the next
    private static final int AT_EMPTY_PATH = 0x1000;
    private static final int STATX_BASIC_STATS = 0x7ff; // linux/stat.h, as all below
    private static final int STATX_SIZE = 256;
    private static final int STX_NLINK = 0x10;
    private static final int STX_UID = 0x14;
    private static final int STX_GID = 0x18;
    private static final int STX_MODE = 0x1c;
    private static final int STX_INO = 0x20;
    private static final int STX_SIZE = 0x28;
    private static final int STX_DEV_MAJOR = 0x88;
    private static final int STX_DEV_MINOR = 0x8c;
    private static final int S_IFMT = 0170000;
    private static final int S_IFIFO = 0010000;
    private static final int S_IFREG = 0100000;
    private static final int S_IFDIR = 0040000;
    private static final int S_IFLNK = 0120000;

    /// Of an open file.
    ///
    /// @param path for messages
    static FileStatus of(Descriptor descriptor, String path) {
        try (NativeMemory into = NativeMemory.temporary(STATX_SIZE)) {
            KernelException.check(statx(descriptor.fd(), "", AT_EMPTY_PATH, into), "statx of", path);
            return read(into.bytes());
        }
    }

    /// Of what a path names, a symbolic link included; empty if there is nothing.
    public static Optional<FileStatus> named(String path) {
        return at(path, AT_SYMLINK_NOFOLLOW);
    }

    /// Of what a path leads to; empty if there is nothing.
    static Optional<FileStatus> behind(String path) {
        return at(path, 0);
    }

    private static Optional<FileStatus> at(String path, int flags) {
        try (NativeMemory into = NativeMemory.temporary(STATX_SIZE)) {
            long result = statx(OpenAt.AT_FDCWD, path, flags, into);
            if (result == -Errno.ENOENT) {
                return Optional.empty();
            }
            KernelException.check(result, "statx of", path);
            return Optional.of(read(into.bytes()));
        }
    }

    public boolean isRegular() {
        return (mode & S_IFMT) == S_IFREG;
    }

    public boolean isDirectory() {
        return (mode & S_IFMT) == S_IFDIR;
    }

    public boolean isSymbolicLink() {
        return (mode & S_IFMT) == S_IFLNK;
    }

    public boolean isNamedPipe() {
        return (mode & S_IFMT) == S_IFIFO;
    }

    boolean isSameFile(FileStatus other) {
        return inode == other.inode && device == other.device;
    }

    private static FileStatus read(ByteBuffer status) {
        long device = (long) status.getInt(STX_DEV_MAJOR) << 32 | status.getInt(STX_DEV_MINOR);
        return new FileStatus(device, status.getLong(STX_INO), status.getInt(STX_NLINK), status.getInt(STX_UID),
                status.getInt(STX_GID), status.getShort(STX_MODE) & 0xffff, status.getLong(STX_SIZE));
    }

    private static long statx(int directory, String path, int flags, NativeMemory into) {
        try (NativeMemory name = NativeMemory.temporary(path)) {
            return Kernel.call(Nr.STATX, directory, name.address(), flags, STATX_BASIC_STATS, into.address(), 0);
        }
    }
}
