package io.holdfast.linux.socket;

import io.holdfast.base.IpAddress;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.NativeMemory;

/// VRRP over IPv4: the caller builds the header, TTL included.
final class Ipv4Options implements IpOptions {
    static final Ipv4Options INSTANCE = new Ipv4Options();

    private static final int IP_MREQN_SIZE = 12; // linux/in.h: group, address, ifindex
    private static final int IP_MREQN_IFINDEX = 8;

    private Ipv4Options() {}

    @Override
    public void prepareHeader(Descriptor socket) {
        set(socket, SocketConstants.IP_HDRINCL, 1, "IP_HDRINCL");
        set(socket, SocketConstants.IP_TOS, SocketConstants.IPTOS_PREC_INTERNETCONTROL, "IP_TOS");
    }

    @Override
    public void multicastBy(Descriptor socket, Device device) {
        try (NativeMemory request = NativeMemory.temporary(IP_MREQN_SIZE)) {
            request.bytes().putInt(IP_MREQN_IFINDEX, device.index());
            RawSocket.set(socket, SocketConstants.IPPROTO_IP, SocketConstants.IP_MULTICAST_IF, request,
                    "IP_MULTICAST_IF " + device.name());
        }
        set(socket, SocketConstants.IP_MULTICAST_LOOP, 0, "IP_MULTICAST_LOOP");
    }

    @Override
    public void ownGroupsOnly(Descriptor socket) {
        set(socket, SocketConstants.IP_MULTICAST_ALL, 0, "IP_MULTICAST_ALL");
    }

    @Override
    public void join(Descriptor socket, IpAddress group, Device device) {
        try (NativeMemory request = NativeMemory.temporary(IP_MREQN_SIZE)) {
            request.bytes().putInt(0, SocketAddress.big(group.v4Bits())).putInt(IP_MREQN_IFINDEX, device.index());
            RawSocket.set(socket, SocketConstants.IPPROTO_IP, SocketConstants.IP_ADD_MEMBERSHIP, request,
                    "join " + group + device.where());
        }
    }

    @Override
    public void describeArrivals(Descriptor socket) {
        set(socket, SocketConstants.IP_RECVTTL, 1, "IP_RECVTTL");
        set(socket, SocketConstants.IP_PKTINFO, 1, "IP_PKTINFO");
    }

    @Override
    public void freeBind(Descriptor socket) {
        set(socket, SocketConstants.IP_FREEBIND, 1, "IP_FREEBIND");
    }

    private static void set(Descriptor socket, int option, int value, String what) {
        RawSocket.set(socket, SocketConstants.IPPROTO_IP, option, value, what);
    }
}
