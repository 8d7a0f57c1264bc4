package io.holdfast.linux.socket;

import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.NativeMemory;
import java.nio.ByteBuffer;
import java.util.Optional;

/// Receives the frames that pass an interface, in and out, with the kernel's time stamps.
///
/// What [#receive] delivered is valid until the next [#receive].
public final class PacketCapture implements AutoCloseable {
    public static final int ETH_P_ALL = 0x0003; // linux/if_ether.h
    public static final int ETH_P_ARP = 0x0806;
    public static final int ETH_P_IP = 0x0800;

    private static final int PACKET_OUTGOING = 4; // linux/if_packet.h
    private static final int CONTROL_SIZE = 128;
    private static final long NANOS = 1_000_000_000L;

    private final Descriptor descriptor;
    private final MessageHeader message;
    private long timestampNanos;

    private PacketCapture(Descriptor descriptor, int largest) {
        this.descriptor = descriptor;
        this.message = new MessageHeader(CONTROL_SIZE, largest);
    }

    /// Opens one in the calling thread's network namespace. Frames we send ourselves are seen with ETH_P_ALL only.
    ///
    /// @param etherType which frames, ETH_P_ALL for all
    /// @param filter    which of them, if not each
    /// @param largest   the longest frame to take in whole
    public static PacketCapture open(int ifindex, int etherType, Optional<BpfFilter> filter, int largest) {
        // Opened deaf, so that nothing is queued before the filter and the interface are set.
        Descriptor socket = RawSocket.open(SocketConstants.AF_PACKET, SocketConstants.SOCK_RAW, 0, "packet capture");
        try (NativeMemory address = SocketAddress.link(etherType, ifindex)) {
            if (filter.isPresent()) {
                filter.get().attachTo(socket, "SO_ATTACH_FILTER");
            }
            RawSocket.set(socket, SocketConstants.SOL_SOCKET, SocketConstants.SO_TIMESTAMPNS, 1, "SO_TIMESTAMPNS");
            RawSocket.bind(socket, address, "bind to interface " + ifindex);
        } catch (KernelException e) {
            socket.close();
            throw e;
        }
        return new PacketCapture(socket, largest);
    }

    public int fd() {
        return descriptor.fd();
    }

    /// Takes the next frame from the queue.
    ///
    /// @return its length, or a negated errno: EAGAIN when the queue is empty
    public int receive() {
        int result = message.receive(descriptor, SocketConstants.MSG_DONTWAIT);
        message.data().limit(Math.max(result, 0)).position(0);
        timestampNanos = 0;
        for (int at = message.firstControl(); at >= 0; at = message.nextControl(at)) {
            if (message.isControl(at, SocketConstants.SOL_SOCKET, SocketConstants.SCM_TIMESTAMPNS)) {
                timestampNanos = message.controlLong(at, 0) * NANOS + message.controlLong(at, Long.BYTES);
            }
        }
        return result;
    }

    /// The frame, in network byte order, from position 0 to its limit. Belongs to this capture.
    public ByteBuffer frame() {
        return message.data();
    }

    /// When the kernel saw it, in nanoseconds of the wall clock; 0 if it did not say.
    public long timestampNanos() {
        return timestampNanos;
    }

    /// Whether this machine sent it.
    public boolean isOutgoing() {
        return message.address().get(SocketAddress.LL_PKTTYPE) == PACKET_OUTGOING;
    }

    @Override
    public void close() {
        descriptor.close();
        message.close();
    }
}
