package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;

/// An exclusive lock on a whole file, of the open file description: whoever inherits the descriptor or keeps a mapping
/// of it holds it too, and closing any other descriptor of the same file does not lose it.
final class FileLock {
    private static final int F_OFD_SETLK = 37; // linux/fcntl.h, as the next
    private static final short F_WRLCK = 1;
    private static final int FLOCK_SIZE = 32; // struct flock: type, whence, start, len, pid; zeros mean the whole file

    private FileLock() {}

    /// @return false if somebody else holds it
    static boolean take(Descriptor descriptor, String path) {
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
}
