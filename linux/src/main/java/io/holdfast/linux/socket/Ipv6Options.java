package io.holdfast.linux.socket;

import io.holdfast.base.IpAddress;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.NativeMemory;

/// VRRP over IPv6: the kernel builds the header and computes the checksum (RFC 3542 section 3.1).
final class Ipv6Options implements IpOptions {
    static final Ipv6Options INSTANCE = new Ipv6Options();

    private static final int CHECKSUM_OFFSET = 6; // of the VRRP message, RFC 9568 section 5.1
    private static final int HOP_LIMIT = 255; // RFC 9568 section 5.1.2.3
    private static final int IPV6_MREQ_SIZE = 20; // linux/in6.h: group, ifindex
    private static final int IPV6_MREQ_IFINDEX = 16;

    private Ipv6Options() {}

    @Override
    public void prepareHeader(Descriptor socket) {
        set(socket, SocketConstants.IPV6_CHECKSUM, CHECKSUM_OFFSET, "IPV6_CHECKSUM");
        set(socket, SocketConstants.IPV6_TCLASS, SocketConstants.IPTOS_PREC_INTERNETCONTROL, "IPV6_TCLASS");
    }

    @Override
    public void multicastBy(Descriptor socket, Device device) {
        set(socket, SocketConstants.IPV6_MULTICAST_IF, device.index(), "IPV6_MULTICAST_IF " + device.name());
        set(socket, SocketConstants.IPV6_MULTICAST_LOOP, 0, "IPV6_MULTICAST_LOOP");
        set(socket, SocketConstants.IPV6_MULTICAST_HOPS, HOP_LIMIT, "IPV6_MULTICAST_HOPS");
    }

    @Override
    public void ownGroupsOnly(Descriptor socket) {
        set(socket, SocketConstants.IPV6_MULTICAST_ALL, 0, "IPV6_MULTICAST_ALL");
    }

    @Override
    public void join(Descriptor socket, IpAddress group, Device device) {
        try (NativeMemory request = NativeMemory.temporary(IPV6_MREQ_SIZE)) {
            SocketAddress.putV6(request.bytes(), 0, group);
            request.bytes().putInt(IPV6_MREQ_IFINDEX, device.index());
            RawSocket.set(socket, SocketConstants.IPPROTO_IPV6, SocketConstants.IPV6_ADD_MEMBERSHIP, request,
                    "join " + group + device.where());
        }
    }

    @Override
    public void describeArrivals(Descriptor socket) {
        set(socket, SocketConstants.IPV6_RECVHOPLIMIT, 1, "IPV6_RECVHOPLIMIT");
        set(socket, SocketConstants.IPV6_RECVPKTINFO, 1, "IPV6_RECVPKTINFO");
    }

    @Override
    public void freeBind(Descriptor socket) {
        set(socket, SocketConstants.IPV6_FREEBIND, 1, "IPV6_FREEBIND");
    }

    private static void set(Descriptor socket, int option, int value, String what) {
        RawSocket.set(socket, SocketConstants.IPPROTO_IPV6, option, value, what);
    }
}
