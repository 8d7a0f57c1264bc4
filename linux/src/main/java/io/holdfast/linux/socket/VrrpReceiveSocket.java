package io.holdfast.linux.socket;

import io.holdfast.base.IpAddress;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.NativeMemory;
import java.nio.ByteBuffer;

/// Receives what is sent to a VRRP multicast group on one interface, or by peers to an address of this host.
///
/// ```
/// int length = socket.receive();
/// if (length >= 0) {
///     handle(socket.packet(), socket.source());
/// }
/// ```
/// What [#receive] delivered is valid until the next [#receive]. Over IPv4 a packet starts with its IP header, over
/// IPv6 with the VRRP message, whose checksum nobody has verified yet. TTL or hop limit, destination and interface are
/// what the kernel says beside the packet, for both families.
public final class VrrpReceiveSocket implements AutoCloseable {
    private static final String NAME = "VRRP receive socket";
    private static final int IN_PKTINFO_DESTINATION = 8; // struct in_pktinfo: ifindex, spec_dst, addr
    private static final int IN6_PKTINFO_IFINDEX = 16; // struct in6_pktinfo: addr, ifindex
    private static final int CONTROL_SIZE = 256;
    private static final int UNKNOWN = -1;

    private final Descriptor descriptor;
    private final MessageHeader message;
    private int ttl = UNKNOWN;
    private int ifindex = UNKNOWN;
    private int destinationAt = UNKNOWN;
    private boolean truncated;

    private VrrpReceiveSocket(Descriptor descriptor, int largest) {
        this.descriptor = descriptor;
        this.message = new MessageHeader(CONTROL_SIZE, largest);
    }

    /// Joins the group and listens, in the calling thread's network namespace.
    ///
    /// @param largest the longest packet to take in whole, usually the interface's MTU
    public static VrrpReceiveSocket multicast(VrrpProtocol protocol, IpAddress group, Device device, int largest) {
        device.requireLink();
        Descriptor socket = protocol.open(group.family(), NAME);
        try {
            configure(socket, IpOptions.of(group.family()), device);
            IpOptions.of(group.family()).join(socket, group, device);
            // Bound to the group, it never sees a packet that was sent to a unicast address.
            listen(socket, group, device);
        } catch (KernelException e) {
            socket.close();
            throw e;
        }
        return new VrrpReceiveSocket(socket, largest);
    }

    /// Listens on an address, even before this host has it, in the calling thread's network namespace.
    ///
    /// @param local   where peers send to; a link-local one needs an interface
    /// @param largest the longest packet to take in whole
    public static VrrpReceiveSocket unicast(VrrpProtocol protocol, IpAddress local, Device device, int largest) {
        Descriptor socket = protocol.open(local.family(), NAME);
        try {
            configure(socket, IpOptions.of(local.family()), device);
            IpOptions.of(local.family()).freeBind(socket);
            listen(socket, local, device);
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
        return SocketAddress.ip(message.address());
    }

    /// Where it was sent to; 0.0.0.0 if the kernel did not say.
    public IpAddress destination() {
        return destinationAt == UNKNOWN
                ? IpAddress.v4(0)
                : message.controlAddress(destinationAt, SocketAddress.family(message.address()));
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
        destinationAt = UNKNOWN;
        truncated = (message.flags() & SocketConstants.MSG_TRUNC) != 0;
        for (int at = message.firstControl(); at >= 0; at = message.nextControl(at)) {
            readAncillary(at);
        }
    }

    private void readAncillary(int at) {
        if (message.isControl(at, SocketConstants.IPPROTO_IP, SocketConstants.IP_TTL)
                || message.isControl(at, SocketConstants.IPPROTO_IPV6, SocketConstants.IPV6_HOPLIMIT)) {
            ttl = message.controlInt(at, 0);
        } else if (message.isControl(at, SocketConstants.IPPROTO_IP, SocketConstants.IP_PKTINFO)) {
            ifindex = message.controlInt(at, 0);
            destinationAt = at + IN_PKTINFO_DESTINATION;
        } else if (message.isControl(at, SocketConstants.IPPROTO_IPV6, SocketConstants.IPV6_PKTINFO)) {
            ifindex = message.controlInt(at, IN6_PKTINFO_IFINDEX);
            destinationAt = at;
        }
    }

    private static void configure(Descriptor socket, IpOptions options, Device device) {
        // Deaf until it is bound: a raw socket would queue every host's packets, from every interface, meanwhile.
        BpfFilter.REJECT_ALL.attachTo(socket, "SO_ATTACH_FILTER");
        device.bind(socket);
        options.ownGroupsOnly(socket);
        options.describeArrivals(socket);
    }

    private static void listen(Descriptor socket, IpAddress local, Device device) {
        try (NativeMemory address = SocketAddress.ip(local, device.index())) {
            RawSocket.bind(socket, address, "bind to " + local + device.where());
        }
        RawSocket.set(socket, SocketConstants.SOL_SOCKET, SocketConstants.SO_DETACH_FILTER, 0, "SO_DETACH_FILTER");
    }
}
