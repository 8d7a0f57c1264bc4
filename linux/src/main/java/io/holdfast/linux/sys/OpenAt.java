package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;

/// openat.
final class OpenAt {
    static final int AT_FDCWD = -100; // linux/fcntl.h, as all of these
    static final int O_RDONLY = 0;
    static final int O_WRONLY = 1;
    static final int O_RDWR = 2;
    static final int O_CREAT = 0x40;
    static final int O_EXCL = 0x80;
    static final int O_NONBLOCK = 0x800;
    static final int O_CLOEXEC = 0x80000;
    static final int O_PATH = 0x200000;
    // The one flag here that the architectures number differently.
    static final int O_NOFOLLOW = Nr.isX86() ? 0x20000 : 0x8000;

    private OpenAt() {}

    /// @return the descriptor or the negated errno
    static long open(String path, int flags, int mode) {
        try (NativeMemory name = NativeMemory.temporary(path)) {
            return Kernel.call(Nr.OPENAT, AT_FDCWD, name.address(), flags, mode);
        }
    }
}
