package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;
import java.util.Optional;

/// The file system that a path is on.
///
/// @param magic    its kind, as in linux/magic.h
/// @param readOnly whether it is mounted so that nothing can be written
public record FileSystem(int magic, boolean readOnly) {
    // struct statfs of 64-bit machines
    private static final int STATFS_SIZE = 120;
    private static final int F_FLAGS = 80;
    private static final long ST_RDONLY = 1; // linux/statfs.h

    /// @return empty if there is no such path
    public static Optional<FileSystem> of(String path) {
        try (NativeMemory name = NativeMemory.temporary(path);
                NativeMemory into = NativeMemory.temporary(STATFS_SIZE)) {
            long result = Kernel.call(Nr.STATFS, name.address(), into.address());
            if (result == -Errno.ENOENT || result == -Errno.ENOTDIR) {
                return Optional.empty();
            }
            KernelException.check(result, "statfs of", path);
            return Optional.of(new FileSystem((int) into.bytes().getLong(0),
                    (into.bytes().getLong(F_FLAGS) & ST_RDONLY) != 0));
        }
    }
}
