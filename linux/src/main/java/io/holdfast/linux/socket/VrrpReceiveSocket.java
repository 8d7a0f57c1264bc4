package io.holdfast.linux.socket;

import io.holdfast.base.IpAddress;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.NativeMemory;
import java.nio.ByteBuffer;

/// Receives what is sent to a VRRP multicast group on one interface; over IPv4 each packet starts with its IP header.
///
/// ```
/// int length = socket.receive();
/// if (length >= 0) {
///     handle(socket.packet(), socket.source());
/// }
/// ```
/// What [#receive] delivered is valid until the next [#receive]. TTL, destination and interface are what the kernel
/// says beside the packet: IPv6, which delivers no header, will fill the same accessors.
public final class VrrpReceiveSocket implements AutoCloseable {
    private static final int IP_MREQN_SIZE = 12; // linux/in.h: group, address, ifindex
    private static final int IP_MREQN_IFINDEX = 8;
    private static final int IN_PKTINFO_DESTINATION = 8; // struct in_pktinfo: ifindex, spec_dst, addr
    private static final int CONTROL_SIZE = 256;
    private static final int UNKNOWN = -1;

    private final Descriptor descriptor;
    private final MessageHeader message;
    private int ttl = UNKNOWN;
    private int ifindex = UNKNOWN;
    private int destination;
    private boolean truncated;

    private VrrpReceiveSocket(Descriptor descriptor, int largest) {
        this.descriptor = descriptor;
        this.message = new MessageHeader(CONTROL_SIZE, largest);
    }

    /// Joins the group and listens, in the calling thread's network namespace.
    ///
    /// @param largest the longest packet to take in whole, usually the interface's MTU
    public static VrrpReceiveSocket open(IpAddress group, int ifindex, String ifname, int largest) {
        Descriptor socket = RawSocket.open(
                SocketConstants.AF_INET, SocketConstants.SOCK_RAW, SocketConstants.IPPROTO_VRRP, "VRRP receive socket");
        try {
            configure(socket, group, ifindex, ifname);
        } catch (KernelException e) {
            socket.close();
            throw e;
        }
        return new VrrpReceiveSocket(socket, largest);
    }

    /// A socket over any descriptor, such as [an invalid one][Descriptor#invalid()].
    public static VrrpReceiveSocket over(Descriptor descriptor, int largest) {
        return new VrrpReceiveSocket(descriptor, largest);
    }

    public int fd() {
        return descriptor.fd();
    }

    /// Asks for a receive queue of this many bytes; the kernel doubles it and caps it.
    public void receiveBuffer(int bytes) {
        RawSocket.set(descriptor, SocketConstants.SOL_SOCKET, SocketConstants.SO_RCVBUF, bytes, "SO_RCVBUF");
    }

    /// Takes the next packet from the queue.
    ///
    /// @return its length, at most that of the buffer, or a negated errno: EAGAIN when the queue is empty
    public int receive() {
        int result = message.receive(descriptor, SocketConstants.MSG_DONTWAIT);
        message.data().limit(Math.max(result, 0)).position(0);
        readAncillary();
        return result;
    }

    /// The packet, in network byte order, from position 0 to its limit. Belongs to this socket.
    public ByteBuffer packet() {
        return message.data();
    }

    public IpAddress source() {
        return SocketAddress.in(message.address());
    }

    /// Where it was sent to.
    public IpAddress destination() {
        return IpAddress.v4(destination);
    }

    /// The TTL or hop limit it arrived with, or -1 if the kernel did not say.
    public int ttl() {
        return ttl;
    }

    /// The interface it arrived on, or -1 if the kernel did not say.
    public int interfaceIndex() {
        return ifindex;
    }

    /// Whether the packet was longer than the buffer; the rest is lost.
    public boolean isTruncated() {
        return truncated;
    }

    /// Leaves the group: the kernel does when the last socket that joined it closes.
    @Override
    public void close() {
        descriptor.close();
        message.close();
    }

    private void readAncillary() {
        ttl = UNKNOWN;
        ifindex = UNKNOWN;
        destination = 0;
        truncated = (message.flags() & SocketConstants.MSG_TRUNC) != 0;
        for (int at = message.firstControl(); at >= 0; at = message.nextControl(at)) {
            readAncillary(at);
        }
    }

    private void readAncillary(int at) {
        if (message.isControl(at, SocketConstants.IPPROTO_IP, SocketConstants.IP_TTL)) {
            ttl = message.controlInt(at, 0);
        } else if (message.isControl(at, SocketConstants.IPPROTO_IP, SocketConstants.IP_PKTINFO)) {
            ifindex = message.controlInt(at, 0);
            destination = SocketAddress.big(message.controlInt(at, IN_PKTINFO_DESTINATION));
        }
    }

    private static void configure(Descriptor socket, IpAddress group, int ifindex, String ifname) {
        // The device first: until it is bound, a raw socket queues the packets of every interface.
        RawSocket.set(socket, SocketConstants.SOL_SOCKET, SocketConstants.SO_BINDTODEVICE, ifname,
                "SO_BINDTODEVICE " + ifname);
        option(socket, SocketConstants.IP_MULTICAST_ALL, 0, "IP_MULTICAST_ALL");
        option(socket, SocketConstants.IP_RECVTTL, 1, "IP_RECVTTL");
        option(socket, SocketConstants.IP_PKTINFO, 1, "IP_PKTINFO");
        try (NativeMemory request = NativeMemory.temporary(IP_MREQN_SIZE)) {
            request.bytes().putInt(0, SocketAddress.big(group.v4Bits())).putInt(IP_MREQN_IFINDEX, ifindex);
            RawSocket.set(socket, SocketConstants.IPPROTO_IP, SocketConstants.IP_ADD_MEMBERSHIP, request,
                    "join " + group + " on " + ifname);
        }
        // Bound to the group, it never sees a packet that was sent to a unicast address.
        try (NativeMemory address = SocketAddress.in(group)) {
            RawSocket.bind(socket, address, "bind to " + group);
        }
    }

    private static void option(Descriptor socket, int option, int value, String what) {
        RawSocket.set(socket, SocketConstants.IPPROTO_IP, option, value, what);
    }
}
