package io.holdfast.linux.socket;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.NativeMemory;

/// Sends whole link layer frames, such as gratuitous ARP. Receives nothing; that is [PacketCapture].
public final class PacketSocket implements AutoCloseable {
    private static final int LARGEST = 9216; // a jumbo frame
    private static final int NO_PROTOCOL = 0; // no frame is ever queued for it

    private final Descriptor descriptor;
    private final NativeMemory frame = NativeMemory.allocate(LARGEST);
    private final NativeMemory destination = NativeMemory.allocate(SocketAddress.SOCKADDR_LL_SIZE);

    private PacketSocket(Descriptor descriptor) {
        this.descriptor = descriptor;
    }

    /// Opens one for all interfaces of the calling thread's network namespace.
    public static PacketSocket open() {
        return new PacketSocket(RawSocket.open(
                SocketConstants.AF_PACKET, SocketConstants.SOCK_RAW, NO_PROTOCOL, "packet socket"));
    }

    /// A socket over any descriptor, such as [an invalid one][Descriptor#invalid()].
    public static PacketSocket over(Descriptor descriptor) {
        return new PacketSocket(descriptor);
    }

    /// Sends a frame, complete with its link layer header.
    ///
    /// @return 0 or the errno: ENETDOWN while the interface is down, ENOBUFS when its queue is full
    public int send(int ifindex, byte[] bytes, int length) {
        frame.bytes().put(0, bytes, 0, length);
        SocketAddress.putLink(destination.bytes(), NO_PROTOCOL, ifindex);
        long result = Kernel.call(Nr.SENDTO, descriptor.fd(), frame.address(), length,
                SocketConstants.MSG_DONTWAIT, destination.address(), SocketAddress.SOCKADDR_LL_SIZE);
        return result < 0 ? (int) -result : 0;
    }

    @Override
    public void close() {
        descriptor.close();
        frame.close();
        destination.close();
    }
}
