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

    static void bind(Descriptor socket, NativeMemory address, String what) {
        KernelException.check(Kernel.call(Nr.BIND, socket.fd(), address.address(), address.size()), what);
    }
}
