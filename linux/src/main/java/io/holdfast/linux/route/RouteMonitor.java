package io.holdfast.linux.route;

import io.holdfast.linux.netlink.Netlink;
import io.holdfast.linux.netlink.NetlinkReader;
import io.holdfast.linux.netlink.NetlinkSocket;
import io.holdfast.linux.sys.Errno;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.NativeMemory;
import java.util.Optional;

/// Hears of changes to links and addresses. When its descriptor is readable, [#poll] until it is empty.
public final class RouteMonitor implements AutoCloseable {
    private static final int DATAGRAM_SIZE = 32_768;

    private final NetlinkSocket socket;
    private final NativeMemory datagram = NativeMemory.allocate(DATAGRAM_SIZE);
    private final NetlinkReader reader = new NetlinkReader();

    private RouteMonitor(NetlinkSocket socket) {
        this.socket = socket;
    }

    /// Listens from now on, in the calling thread's network namespace: open it before the first dump, so that no change
    /// falls between the two.
    public static RouteMonitor open() {
        return new RouteMonitor(NetlinkSocket.open(Netlink.NETLINK_ROUTE,
                Rtnetlink.RTNLGRP_LINK, Rtnetlink.RTNLGRP_IPV4_IFADDR, Rtnetlink.RTNLGRP_IPV6_IFADDR));
    }

    public int fd() {
        return socket.fd();
    }

    /// Asks for a receive queue of this many bytes, which the kernel doubles.
    ///
    /// @param force whether to go beyond what the system allows everybody
    /// @return 0 or the errno: EPERM when forcing without the right to
    public int receiveBuffer(int bytes, boolean force) {
        return socket.receiveBuffer(bytes, force);
    }

    /// The next event, if there is one.
    public Optional<RouteEvent> poll() {
        while (true) {
            while (reader.nextMessage()) {
                if (isOurs()) {
                    return Optional.of(read());
                }
            }
            int length = socket.receive(datagram);
            if (length == -Errno.EAGAIN) {
                return Optional.empty();
            }
            if (isLoss(length)) {
                discard();
                return Optional.of(new RouteEvent.Overrun());
            }
            reader.over(datagram.bytes(), (int) KernelException.check(length, "receive route events"));
        }
    }

    /// Whether something is left of the datagram taken last, which no longer makes the descriptor readable.
    public boolean isInMidst() {
        return reader.hasMore();
    }

    /// What waits behind a loss is older than what was lost. Told after the dump that has to follow, it would undo what
    /// the dump says, and nothing would ever correct that.
    private void discard() {
        int length;
        do {
            length = socket.receive(datagram);
        } while (length >= 0 || isLoss(length));
    }

    private static boolean isLoss(int length) {
        return length == -Errno.ENOBUFS || length == -Errno.EMSGSIZE;
    }

    @Override
    public void close() {
        socket.close();
        datagram.close();
    }

    private boolean isOurs() {
        return LinkWire.isLink(reader) || AddressWire.isAddress(reader);
    }

    private RouteEvent read() {
        return switch (reader.type()) {
            case Rtnetlink.RTM_NEWLINK -> new RouteEvent.LinkChanged(LinkWire.read(reader));
            case Rtnetlink.RTM_DELLINK -> new RouteEvent.LinkRemoved(LinkWire.read(reader));
            case Rtnetlink.RTM_NEWADDR -> new RouteEvent.AddressAdded(AddressWire.read(reader));
            default -> new RouteEvent.AddressRemoved(AddressWire.read(reader));
        };
    }
}
