package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Files of a few bytes, in places where others may write.
public final class SmallFile {
    /// For everybody, as far as the umask lets them.
    private static final int MODE = 0666;

    private SmallFile() {}

    /// The beginning of a file, without waiting for anybody: a pipe without writer is empty.
    ///
    /// @param most how many bytes
    /// @return empty if there is no such file
    public static Optional<byte[]> read(String path, int most) {
        long fd = OpenAt.open(path, OpenAt.O_RDONLY | OpenAt.O_NONBLOCK | OpenAt.O_CLOEXEC, 0);
        if (fd == -Errno.ENOENT || fd == -Errno.ENOTDIR) {
            return Optional.empty();
        }
        KernelException.check(fd, "open", path);
        try (Descriptor file = Descriptor.adopt((int) fd); NativeMemory content = NativeMemory.temporary(most)) {
            long length = Kernel.call(Nr.READ, file.fd(), content.address(), most);
            byte[] bytes = new byte[(int) KernelException.check(length, "read", path)];
            content.bytes().get(0, bytes);
            return Optional.of(bytes);
        }
    }

    /// Creates a file and writes it.
    ///
    /// @throws KernelException with EEXIST if anything has that name, a link that leads nowhere included
    public static void create(String path, String text) {
        write(path, OpenAt.O_CREAT | OpenAt.O_EXCL, text);
    }

    /// Writes a file anew. It is what the path names and nothing else: somebody who may write to the directory could
    /// have put a link there to a file that matters.
    ///
    /// @throws KernelException with ELOOP if the path is a symbolic link, ENOENT if there is nothing
    /// @return false, with nothing written, if it is no regular file or has another name, too
    public static boolean replace(String path, String text) {
        return write(path, 0, text);
    }

    private static boolean write(String path, int create, String text) {
        int flags = OpenAt.O_WRONLY | OpenAt.O_NOFOLLOW | OpenAt.O_NONBLOCK | OpenAt.O_CLOEXEC | create;
        long fd = KernelException.check(OpenAt.open(path, flags, MODE), "open", path);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (Descriptor file = Descriptor.adopt((int) fd);
                NativeMemory content = NativeMemory.temporary(Math.max(1, bytes.length))) {
            FileStatus status = FileStatus.of(file, path);
            if (!status.isRegular() || status.links() != 1) {
                return false;
            }
            content.bytes().put(0, bytes);
            KernelException.check(Kernel.call(Nr.FTRUNCATE, file.fd(), 0), "ftruncate of", path);
            KernelException.check(Kernel.call(Nr.WRITE, file.fd(), content.address(), bytes.length), "write", path);
            return true;
        }
    }
}
