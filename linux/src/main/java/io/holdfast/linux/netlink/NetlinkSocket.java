package io.holdfast.linux.netlink;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.Errno;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.NativeMemory;

/// A netlink socket that talks to the kernel only, and never blocks: the kernel carries out a request before send
/// returns, so that its answer can be received at once.
public final class NetlinkSocket implements AutoCloseable {
    private static final int AF_NETLINK = 16; // linux/socket.h, as the next four
    private static final int SOCK_RAW_NONBLOCK_CLOEXEC = 3 | 0x800 | 0x80000;
    private static final int SOL_NETLINK = 270;
    private static final int MSG_TRUNC = 0x20;
    private static final int MSG_DONTWAIT = 0x40;
    private static final int SOL_SOCKET = 1; // asm-generic/socket.h, as the next two
    private static final int SO_RCVBUF = 8;
    private static final int SO_RCVBUFFORCE = 33;
    private static final int NETLINK_ADD_MEMBERSHIP = 1; // linux/netlink.h, as the rest
    private static final int NETLINK_CAP_ACK = 10;
    private static final int NETLINK_EXT_ACK = 11;
    private static final int SOCKADDR_NL_SIZE = 12; // family, pad, port, groups
    private static final int NL_PID = 4;

    private final Descriptor descriptor;
    private final NativeMemory sender = NativeMemory.allocate(SOCKADDR_NL_SIZE + Integer.BYTES);

    private NetlinkSocket(Descriptor descriptor) {
        this.descriptor = descriptor;
    }

    /// Opens one in the calling thread's network namespace.
    ///
    /// @param protocol NETLINK_ROUTE, ...
    /// @param groups   the multicast groups to listen to, by number and not by bit
    public static NetlinkSocket open(int protocol, int... groups) {
        long fd = Kernel.call(Nr.SOCKET, AF_NETLINK, SOCK_RAW_NONBLOCK_CLOEXEC, protocol);
        Descriptor socket = Descriptor.opened(fd, "open netlink socket");
        try {
            configure(socket, groups);
        } catch (KernelException e) {
            socket.close();
            throw e;
        }
        return new NetlinkSocket(socket);
    }

    /// A socket over any descriptor, such as [an invalid one][Descriptor#invalid()].
    public static NetlinkSocket over(Descriptor descriptor) {
        return new NetlinkSocket(descriptor);
    }

    public int fd() {
        return descriptor.fd();
    }

    /// Asks for a receive queue of this many bytes, which the kernel doubles.
    ///
    /// @param force whether to go beyond what the system allows everybody
    /// @return 0 or the errno: EPERM when forcing without the right to
    public int receiveBuffer(int bytes, boolean force) {
        return (int) -option(descriptor, SOL_SOCKET, force ? SO_RCVBUFFORCE : SO_RCVBUF, bytes);
    }

    /// Sends messages that a [NetlinkWriter] has written.
    ///
    /// @return 0 or the errno
    public int send(NativeMemory messages, int from, int length) {
        long result = Kernel.call(Nr.SENDTO, fd(), messages.address() + from, length, MSG_DONTWAIT, 0, 0);
        return result < 0 ? (int) -result : 0;
    }

    /// Takes the next datagram, for a [NetlinkReader].
    ///
    /// @return its length; 0 for one that did not come from the kernel and is to be ignored; or a negated errno: EAGAIN
    ///         when there is none, ENOBUFS when the kernel had to drop some, EMSGSIZE when it does not fit
    public int receive(NativeMemory into) {
        sender.bytes().putInt(NL_PID, 0).putInt(SOCKADDR_NL_SIZE, SOCKADDR_NL_SIZE);
        long result = Kernel.call(Nr.RECVFROM, fd(), into.address(), into.size(), MSG_DONTWAIT | MSG_TRUNC,
                sender.address(), sender.address() + SOCKADDR_NL_SIZE);
        if (result > into.size()) {
            return -Errno.EMSGSIZE;
        }
        return result > 0 && sender.bytes().getInt(NL_PID) != 0 ? 0 : (int) result;
    }

    @Override
    public void close() {
        descriptor.close();
        sender.close();
    }

    private static void configure(Descriptor socket, int... groups) {
        // Neither exists before Linux 4.12: then errors come without a text.
        option(socket, SOL_NETLINK, NETLINK_EXT_ACK, 1);
        option(socket, SOL_NETLINK, NETLINK_CAP_ACK, 1);
        try (NativeMemory address = NativeMemory.temporary(SOCKADDR_NL_SIZE)) {
            address.bytes().putShort(0, (short) AF_NETLINK);
            long result = Kernel.call(Nr.BIND, socket.fd(), address.address(), SOCKADDR_NL_SIZE);
            KernelException.check(result, "bind netlink socket");
        }
        for (int group : groups) {
            long result = option(socket, SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, group);
            KernelException.check(result, "join netlink group", group);
        }
    }

    private static long option(Descriptor socket, int level, int option, int value) {
        try (NativeMemory memory = NativeMemory.temporary(Integer.BYTES)) {
            memory.bytes().putInt(0, value);
            return Kernel.call(Nr.SETSOCKOPT, socket.fd(), level, option, memory.address(), Integer.BYTES, 0);
        }
    }
}
