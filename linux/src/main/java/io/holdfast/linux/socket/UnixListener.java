package io.holdfast.linux.socket;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;
import io.holdfast.linux.sys.ByteStream;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.Errno;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.NativeMemory;
import java.util.Optional;

/// A stream socket with a path, at which other processes of this machine call. Never blocks.
public final class UnixListener implements AutoCloseable {
    private static final int UCRED_UID = 4; // struct ucred: pid, uid, gid
    private static final int UCRED_SIZE = 12;

    private final Descriptor descriptor;

    private UnixListener(Descriptor descriptor) {
        this.descriptor = descriptor;
    }

    /// Somebody who called.
    ///
    /// @param user whom the process belonged to when it connected, as this process's user namespace sees it
    public record Caller(ByteStream stream, int user) {}

    /// Makes the socket. Its file has the mode from its first moment, whatever the umask.
    ///
    /// @param backlog how many may wait to be accepted
    /// @throws KernelException          with EADDRINUSE if there is a file of that name, a dead socket's included
    /// @throws IllegalArgumentException if the path is longer than a socket's can be
    public static UnixListener open(String path, int mode, int backlog) {
        try (NativeMemory address = SocketAddress.unix(path)) {
            Descriptor socket = RawSocket.open(SocketConstants.AF_UNIX, SocketConstants.SOCK_STREAM, 0, "Unix socket");
            try {
                // bind gives the file the mode that the socket itself has by then.
                KernelException.check(Kernel.call(Nr.FCHMOD, socket.fd(), mode), "fchmod of a socket");
                RawSocket.bind(socket, address, "bind to " + path);
                KernelException.check(Kernel.call(Nr.LISTEN, socket.fd(), backlog), "listen at", path);
                return new UnixListener(socket);
            } catch (KernelException e) {
                socket.close();
                throw e;
            }
        }
    }

    /// Takes over one that was handed to this process; empty if the descriptor is something else.
    public static Optional<UnixListener> adopt(Descriptor descriptor) {
        boolean listens = RawSocket.get(descriptor, SocketConstants.SO_ACCEPTCONN) == 1
                && RawSocket.get(descriptor, SocketConstants.SO_TYPE) == SocketConstants.SOCK_STREAM;
        return listens ? Optional.of(new UnixListener(descriptor)) : Optional.empty();
    }

    public Descriptor descriptor() {
        return descriptor;
    }

    /// The next who waits; empty if there is none, or not any more.
    public Optional<Caller> accept() {
        int flags = SocketConstants.SOCK_NONBLOCK | SocketConstants.SOCK_CLOEXEC;
        long fd = Kernel.call(Nr.ACCEPT4, descriptor.fd(), 0, 0, flags);
        if (fd == -Errno.EAGAIN || fd == -Errno.EINTR || fd == -Errno.ECONNABORTED) {
            return Optional.empty();
        }
        Descriptor caller = Descriptor.opened(fd, "accept");
        return Optional.of(new Caller(ByteStream.over(caller), user(caller)));
    }

    private static int user(Descriptor caller) {
        try (NativeMemory credentials = NativeMemory.temporary(UCRED_SIZE)) {
            RawSocket.get(caller, SocketConstants.SO_PEERCRED, credentials, "SO_PEERCRED");
            return credentials.bytes().getInt(UCRED_UID);
        }
    }

    @Override
    public void close() {
        descriptor.close();
    }
}
