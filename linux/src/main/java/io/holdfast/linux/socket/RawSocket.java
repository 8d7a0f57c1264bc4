package io.holdfast.linux.socket;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.NativeMemory;

/// Opening a socket and setting it up: a descriptor with its options, each named in the exception if it is refused.
final class RawSocket {
    private RawSocket() {}

    /// A non-blocking, close-on-exec socket.
    static Descriptor open(int domain, int type, int protocol, String what) {
        int flags = type | SocketConstants.SOCK_NONBLOCK | SocketConstants.SOCK_CLOEXEC;
        return Descriptor.opened(Kernel.call(Nr.SOCKET, domain, flags, protocol), "open " + what);
    }

    static void set(Descriptor socket, int level, int option, int value, String what) {
        try (NativeMemory memory = NativeMemory.temporary(Integer.BYTES)) {
            memory.bytes().putInt(0, value);
            set(socket, level, option, memory, what);
        }
    }

    static void set(Descriptor socket, int level, int option, String value, String what) {
        try (NativeMemory memory = NativeMemory.temporary(value)) {
            set(socket, level, option, memory, what);
        }
    }

    static void set(Descriptor socket, int level, int option, NativeMemory value, String what) {
        long result = Kernel.call(
                Nr.SETSOCKOPT, socket.fd(), level, option, value.address(), value.size(), 0);
        KernelException.check(result, what);
    }

    /// A number that is an option of the socket level, or -1 if the descriptor is no socket.
    static int get(Descriptor socket, int option) {
        try (NativeMemory value = NativeMemory.temporary(Integer.BYTES)) {
            return getsockopt(socket, option, value) < 0 ? -1 : value.bytes().getInt(0);
        }
    }

    /// Fills in an option of the socket level.
    static void get(Descriptor socket, int option, NativeMemory value, String what) {
        KernelException.check(getsockopt(socket, option, value), what);
    }

    private static long getsockopt(Descriptor socket, int option, NativeMemory value) {
        try (NativeMemory length = NativeMemory.temporary(Integer.BYTES)) {
            length.bytes().putInt(0, value.size());
            return Kernel.call(Nr.GETSOCKOPT, socket.fd(), SocketConstants.SOL_SOCKET, option, value.address(),
                    length.address(), 0);
        }
    }

    static void bind(Descriptor socket, NativeMemory address, String what) {
        KernelException.check(Kernel.call(Nr.BIND, socket.fd(), address.address(), address.size()), what);
    }
}
