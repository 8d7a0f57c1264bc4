package io.holdfast.linux.socket;

import io.holdfast.base.IpAddress;
import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.NativeMemory;
import java.nio.ByteBuffer;

/// Sends VRRP over IPv4 on one interface. The caller gives the packet with its IP header, the kernel fills in that
/// header's checksum. It receives nothing, not even its own multicast.
///
/// IPv6 has no caller-built header: its sender will pass source and interface as ancillary data instead, behind the
/// same [#send(byte[], int, IpAddress)].
public final class VrrpSendSocket implements AutoCloseable {
    private static final int IPTOS_PREC_INTERNETCONTROL = 0xc0; // netinet/ip.h
    private static final int IP_MREQN_SIZE = 12; // linux/in.h: group, address, ifindex
    private static final int IP_MREQN_IFINDEX = 8;
    private static final int LARGEST = 8192; // 255 IPv6 addresses and every trailer fit twice

    private final Descriptor descriptor;
    private final NativeMemory packet = NativeMemory.allocate(LARGEST);
    private final NativeMemory destination = NativeMemory.allocate(SocketAddress.SOCKADDR_IN_SIZE);

    private VrrpSendSocket(Descriptor descriptor) {
        this.descriptor = descriptor;
    }

    /// A socket as the reference opens it, in the calling thread's network namespace.
    public static VrrpSendSocket open(int ifindex, String ifname) {
        Descriptor socket = RawSocket.open(
                SocketConstants.AF_INET, SocketConstants.SOCK_RAW, SocketConstants.IPPROTO_VRRP, "VRRP send socket");
        try {
            configure(socket, ifindex, ifname);
        } catch (KernelException e) {
            socket.close();
            throw e;
        }
        return new VrrpSendSocket(socket);
    }

    /// A socket over any descriptor, such as [an invalid one][Descriptor#invalid()].
    public static VrrpSendSocket over(Descriptor descriptor) {
        return new VrrpSendSocket(descriptor);
    }

    /// Sends a packet; to a multicast address without asking the routing table.
    ///
    /// @param bytes  the packet from its IP header on
    /// @param length how many bytes of it
    /// @return 0 or the errno
    public int send(byte[] bytes, int length, IpAddress to) {
        packet.bytes().put(0, bytes, 0, length);
        return send(length, to);
    }

    /// As [#send(byte[], int, IpAddress)], for the buffer's first `length` bytes.
    public int send(ByteBuffer bytes, int length, IpAddress to) {
        packet.bytes().put(0, bytes, 0, length);
        return send(length, to);
    }

    @Override
    public void close() {
        descriptor.close();
        packet.close();
        destination.close();
    }

    private int send(int length, IpAddress to) {
        SocketAddress.putIn(destination.bytes(), to);
        int route = to.isMulticast() ? SocketConstants.MSG_DONTROUTE : 0;
        long result = Kernel.call(Nr.SENDTO, descriptor.fd(), packet.address(), length,
                route | SocketConstants.MSG_DONTWAIT, destination.address(), SocketAddress.SOCKADDR_IN_SIZE);
        return result < 0 ? (int) -result : 0;
    }

    private static void configure(Descriptor socket, int ifindex, String ifname) {
        // Nothing is to pile up in a queue that nobody reads.
        RawSocket.set(socket, SocketConstants.SOL_SOCKET, SocketConstants.SO_RCVBUF, 0, "SO_RCVBUF");
        BpfFilter.REJECT_ALL.attachTo(socket, "SO_ATTACH_FILTER");
        option(socket, SocketConstants.IP_MULTICAST_ALL, 0, "IP_MULTICAST_ALL");
        option(socket, SocketConstants.IP_HDRINCL, 1, "IP_HDRINCL");
        RawSocket.set(socket, SocketConstants.SOL_SOCKET, SocketConstants.SO_BINDTODEVICE, ifname,
                "SO_BINDTODEVICE " + ifname);
        try (NativeMemory request = NativeMemory.temporary(IP_MREQN_SIZE)) {
            request.bytes().putInt(IP_MREQN_IFINDEX, ifindex);
            RawSocket.set(socket, SocketConstants.IPPROTO_IP, SocketConstants.IP_MULTICAST_IF, request,
                    "IP_MULTICAST_IF " + ifname);
        }
        option(socket, SocketConstants.IP_MULTICAST_LOOP, 0, "IP_MULTICAST_LOOP");
        option(socket, SocketConstants.IP_TOS, IPTOS_PREC_INTERNETCONTROL, "IP_TOS");
    }

    private static void option(Descriptor socket, int option, int value, String what) {
        RawSocket.set(socket, SocketConstants.IPPROTO_IP, option, value, what);
    }
}
