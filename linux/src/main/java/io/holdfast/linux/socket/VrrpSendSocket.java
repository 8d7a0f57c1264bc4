package io.holdfast.linux.socket;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.KernelException;
import java.nio.ByteBuffer;

/// Sends VRRP to a group or to peers. It receives nothing, not even its own multicast.
///
/// | | the caller gives | the kernel adds |
/// |---|---|---|
/// | IPv4 | the packet with its IP header | that header's checksum |
/// | IPv6 | the VRRP message, with anything in its checksum field | the IP header and the message's checksum |
///
/// An IPv6 source has to be an address of this host that duplicate detection has passed, or sending is EINVAL.
public final class VrrpSendSocket implements AutoCloseable {
    private static final String NAME = "VRRP send socket";
    private static final int LARGEST = 8192; // 255 IPv6 addresses and every trailer fit twice
    private static final IpAddress UNSPECIFIED = new IpAddress(Family.IPV6, 0, 0);

    private final Descriptor descriptor;
    private final int ifindex;
    private final MessageHeader message = new MessageHeader(MessageHeader.IP_CONTROL_SIZE, LARGEST);

    private VrrpSendSocket(Descriptor descriptor, int ifindex) {
        this.descriptor = descriptor;
        this.ifindex = ifindex;
    }

    /// A socket for the groups of an interface, in the calling thread's network namespace.
    public static VrrpSendSocket multicast(VrrpProtocol protocol, Family family, Device device) {
        device.requireLink();
        Descriptor socket = protocol.open(family, NAME);
        try {
            configure(socket, IpOptions.of(family), device);
            IpOptions.of(family).multicastBy(socket, device);
        } catch (KernelException e) {
            socket.close();
            throw e;
        }
        return new VrrpSendSocket(socket, device.index());
    }

    /// A socket for peers, in the calling thread's network namespace.
    public static VrrpSendSocket unicast(VrrpProtocol protocol, Family family, Device device) {
        Descriptor socket = protocol.open(family, NAME);
        try {
            configure(socket, IpOptions.of(family), device);
        } catch (KernelException e) {
            socket.close();
            throw e;
        }
        return new VrrpSendSocket(socket, device.index());
    }

    /// A socket over any descriptor, such as [an invalid one][Descriptor#invalid()].
    public static VrrpSendSocket over(Descriptor descriptor) {
        return new VrrpSendSocket(descriptor, 0);
    }

    /// Sends a packet; to a multicast address without asking the routing table.
    ///
    /// @param bytes the packet, in its first `length` bytes
    /// @return 0 or the errno
    public int send(ByteBuffer bytes, int length, Envelope envelope) {
        IpAddress to = envelope.destination();
        return send(bytes, length, to, to.isV4() ? 0 : describe(envelope));
    }

    /// As [#send(ByteBuffer, int, Envelope)], enough for IPv4. For IPv6 the kernel chooses a source, which may be a
    /// virtual address: an instance gives an envelope.
    public int send(ByteBuffer bytes, int length, IpAddress to) {
        return send(bytes, length, to, to.isV4() ? 0 : message.putPacketInfo(0, UNSPECIFIED, ifindex));
    }

    @Override
    public void close() {
        descriptor.close();
        message.close();
    }

    /// @return the length of the ancillary data
    private int describe(Envelope envelope) {
        int length = message.putPacketInfo(0, envelope.source(), ifindex);
        if (envelope.hopLimit() == Envelope.SOCKET_HOP_LIMIT) {
            return length;
        }
        return message.putControl(
                length, SocketConstants.IPPROTO_IPV6, SocketConstants.IPV6_HOPLIMIT, envelope.hopLimit());
    }

    private int send(ByteBuffer bytes, int length, IpAddress to, int controlLength) {
        message.data().put(0, bytes, 0, length);
        SocketAddress.put(message.address(), to, ifindex);
        int route = to.isMulticast() ? SocketConstants.MSG_DONTROUTE : 0;
        return message.sendTo(descriptor, length, controlLength, route | SocketConstants.MSG_DONTWAIT);
    }

    private static void configure(Descriptor socket, IpOptions options, Device device) {
        // Nothing is to pile up in a queue that nobody reads.
        RawSocket.set(socket, SocketConstants.SOL_SOCKET, SocketConstants.SO_RCVBUF, 0, "SO_RCVBUF");
        BpfFilter.REJECT_ALL.attachTo(socket, "SO_ATTACH_FILTER");
        options.ownGroupsOnly(socket);
        options.prepareHeader(socket);
        device.bind(socket);
    }
}
