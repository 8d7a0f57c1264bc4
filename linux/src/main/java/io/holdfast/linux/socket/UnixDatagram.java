package io.holdfast.linux.socket;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.NativeMemory;

/// Sends datagrams to a Unix socket, as the system log is written through `/dev/log`. Never blocks.
public final class UnixDatagram implements AutoCloseable {
    private final Descriptor descriptor;
    private final NativeMemory datagram;

    private UnixDatagram(Descriptor descriptor, int largest) {
        this.descriptor = descriptor;
        this.datagram = NativeMemory.allocate(largest);
    }

    /// @param largest the longest datagram
    public static UnixDatagram open(int largest) {
        Descriptor socket = RawSocket.open(
                SocketConstants.AF_UNIX, SocketConstants.SOCK_DGRAM, 0, "Unix datagram socket");
        return new UnixDatagram(socket, largest);
    }

    /// Connects, or connects again after the receiver was restarted.
    ///
    /// @return 0 or the errno: ENOENT or ECONNREFUSED while nobody listens
    public int connect(String path) {
        try (NativeMemory address = SocketAddress.unix(path)) {
            long result = Kernel.call(Nr.CONNECT, descriptor.fd(), address.address(), address.size());
            return (int) -result;
        }
    }

    /// @return 0 or the errno: EAGAIN when the receiver does not keep up, ECONNREFUSED or ENOTCONN when it is gone
    public int send(byte[] bytes, int length) {
        datagram.bytes().put(0, bytes, 0, length);
        long result = Kernel.call(Nr.SENDTO, descriptor.fd(), datagram.address(), length,
                SocketConstants.MSG_DONTWAIT | SocketConstants.MSG_NOSIGNAL, 0, 0);
        return result < 0 ? (int) -result : 0;
    }

    @Override
    public void close() {
        descriptor.close();
        datagram.close();
    }
}
