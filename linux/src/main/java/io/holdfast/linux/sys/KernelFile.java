package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The small text files under /proc and /sys, read and written in one system call as the kernel wants it.
final class KernelFile {
    private static final int LARGEST = 4096; // a page: no sysctl is longer

    private KernelFile() {}

    /// Empty if there is no such file, or the process it tells about has ended.
    static Optional<String> read(String path) {
        long fd = OpenAt.open(path, OpenAt.O_RDONLY | OpenAt.O_CLOEXEC, 0);
        if (fd == -Errno.ENOENT) {
            return Optional.empty();
        }
        KernelException.check(fd, "open", path);
        try (Descriptor file = Descriptor.adopt((int) fd); NativeMemory content = NativeMemory.temporary(LARGEST)) {
            long length = Kernel.call(Nr.READ, file.fd(), content.address(), LARGEST);
            if (length == -Errno.ESRCH) {
                return Optional.empty();
            }
            byte[] bytes = new byte[(int) KernelException.check(length, "read", path)];
            content.bytes().get(0, bytes);
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    static void write(String path, String text) {
        long fd = KernelException.check(OpenAt.open(path, OpenAt.O_WRONLY | OpenAt.O_CLOEXEC, 0), "open", path);
        try (Descriptor file = Descriptor.adopt((int) fd); NativeMemory content = NativeMemory.temporary(text)) {
            long written = Kernel.call(Nr.WRITE, file.fd(), content.address(), content.size() - 1);
            KernelException.check(written, "write", path);
        }
    }
}
