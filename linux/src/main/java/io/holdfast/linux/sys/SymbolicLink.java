package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;
import java.nio.charset.StandardCharsets;

/// A link to a path.
public final class SymbolicLink {
    private static final int PATH_MAX = 4096; // linux/limits.h

    private SymbolicLink() {}

    /// Where a link leads, as it says itself.
    ///
    /// @throws KernelException if there is no link of that name
    public static String target(String path) {
        try (NativeMemory name = NativeMemory.temporary(path);
                NativeMemory into = NativeMemory.temporary(PATH_MAX)) {
            long length = KernelException.check(Kernel.call(Nr.READLINKAT, OpenAt.AT_FDCWD, name.address(),
                    into.address(), PATH_MAX), "readlink of", path);
            byte[] target = new byte[(int) length];
            into.bytes().get(0, target);
            return new String(target, StandardCharsets.UTF_8);
        }
    }
}
