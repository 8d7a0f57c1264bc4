package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;
import java.util.Optional;

/// Whatever a path names that may be a named pipe: held without being open at first, so that it can be looked at and
/// given away before anybody reads or writes, and no other can take its place unnoticed.
public final class NamedPipe implements AutoCloseable {
    private static final int S_IFIFO = 0010000; // linux/stat.h
    private static final int AT_EMPTY_PATH = 0x1000; // linux/fcntl.h

    private final String path;
    private final Descriptor held;

    private NamedPipe(String path, Descriptor held) {
        this.path = path;
        this.held = held;
    }

    /// Makes a pipe.
    ///
    /// @param mode its permissions, less what the umask takes away
    /// @return false if there is something of that name
    /// @throws KernelException with ENOENT if the directory is missing
    public static boolean make(String path, int mode) {
        try (NativeMemory name = NativeMemory.temporary(path)) {
            long result = Kernel.call(Nr.MKNODAT, OpenAt.AT_FDCWD, name.address(), S_IFIFO | mode, 0);
            if (result == -Errno.EEXIST) {
                return false;
            }
            KernelException.check(result, "make the named pipe", path);
            return true;
        }
    }

    /// Takes hold of what a path names, a symbolic link itself.
    ///
    /// @throws KernelException with ENOENT if that is nothing
    public static NamedPipe at(String path) {
        long fd = OpenAt.open(path, OpenAt.O_PATH | OpenAt.O_NOFOLLOW | OpenAt.O_CLOEXEC, 0);
        KernelException.check(fd, "look at", path);
        return new NamedPipe(path, Descriptor.adopt((int) fd));
    }

    public FileStatus status() {
        return FileStatus.of(held, path);
    }

    /// Gives it to a user and a group.
    public void give(int user, int group) {
        try (NativeMemory none = NativeMemory.temporary("")) {
            long result = Kernel.call(Nr.FCHOWNAT, held.fd(), none.address(), user, group, AT_EMPTY_PATH, 0);
            KernelException.check(result, "change the owner of", path);
        }
    }

    /// Opens it for writing, and for reading too: so it always has a reader, and writing never fails for want of one.
    /// Neither blocks.
    ///
    /// @return empty if the path names something else by now
    public Optional<ByteStream> open() {
        long fd = OpenAt.open(path, OpenAt.O_RDWR | OpenAt.O_NONBLOCK | OpenAt.O_NOFOLLOW | OpenAt.O_CLOEXEC, 0);
        Descriptor opened = Descriptor.opened(fd, "open " + path);
        if (FileStatus.of(opened, path).isSameFile(status())) {
            return Optional.of(ByteStream.over(opened));
        }
        opened.close();
        return Optional.empty();
    }

    /// Removes its name, if that still is its name.
    public void unlink() {
        Optional<FileStatus> named = FileStatus.named(path);
        if (named.isPresent() && named.get().isSameFile(status())) {
            try (NativeMemory name = NativeMemory.temporary(path)) {
                KernelException.check(Kernel.call(Nr.UNLINKAT, OpenAt.AT_FDCWD, name.address(), 0), "unlink", path);
            }
        }
    }

    @Override
    public void close() {
        held.close();
    }
}
