package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file without a name, in memory, for handing bytes to another program by descriptor.
public final class MemoryFile {
    private static final int MFD_CLOEXEC = 1; // linux/memfd.h

    private MemoryFile() {}

    /// @param name what `/proc` shows
    public static Descriptor of(String name, byte[] content) {
        try (NativeMemory text = NativeMemory.temporary(name);
                NativeMemory bytes = NativeMemory.temporary(Math.max(1, content.length))) {
            Descriptor file = Descriptor.opened(Kernel.call(Nr.MEMFD_CREATE, text.address(), MFD_CLOEXEC), "memfd");
            bytes.bytes().put(0, content);
            long written = Kernel.call(Nr.PWRITE64, file.fd(), bytes.address(), content.length, 0);
            if (written != content.length) {
                file.close();
                throw new KernelException("write to memory", written < 0 ? (int) -written : Errno.ENOMEM);
            }
            return file;
        }
    }

    /// All that is in one.
    ///
    /// @throws IOException if the descriptor is no file
    public static byte[] read(Descriptor file) throws IOException {
        return Files.readAllBytes(Path.of("/proc/self/fd/" + file.fd()));
    }
}
