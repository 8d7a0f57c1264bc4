package io.holdfast.daemon.vrrp;

import io.holdfast.base.IpAddress;
import io.holdfast.linux.socket.Device;
import io.holdfast.linux.socket.VrrpReceiveSocket;
import io.holdfast.linux.socket.VrrpSendSocket;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.Epoll;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.node.InstancePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The sockets instances share: one to send and one to receive for each interface and group, or for each interface and
/// own address where instances use unicast (`vrrp.md` 1.5). Opened when the first instance needs them, closed, and so
/// the group left, with the last.
final class SocketPool implements AutoCloseable {
    /// How many packets are taken from a socket before other descriptors get their turn.
    static final int PACKETS_AT_ONCE = 64;
    /// More than an IPv4 header with options, 255 IPv6 addresses and every trailer; what is longer is no advertisement.
    private static final int LARGEST_PACKET = 4_608;

    /// A pair of sockets.
    static final class Entry {
        private final int linkIndex;
        private final IpAddress local;
        private final boolean dead;
        private final VrrpSendSocket send;
        private final VrrpReceiveSocket receive;
        private int users;

        private Entry(int linkIndex, IpAddress local, boolean dead, VrrpSendSocket send, VrrpReceiveSocket receive) {
            this.linkIndex = linkIndex;
            this.local = local;
            this.dead = dead;
            this.send = send;
            this.receive = receive;
        }

        /// Sockets on which every system call fails.
        private static Entry dead(int linkIndex, IpAddress local) {
            return new Entry(linkIndex, local, true, VrrpSendSocket.over(Descriptor.invalid()),
                    VrrpReceiveSocket.over(Descriptor.invalid(), 0));
        }

        int linkIndex() {
            return linkIndex;
        }

        /// The group or own address that everything received here was sent to.
        IpAddress local() {
            return local;
        }

        VrrpSendSocket send() {
            return send;
        }

        VrrpReceiveSocket receive() {
            return receive;
        }

        private void close() {
            receive.close();
            send.close();
        }
    }

    private final Opener opener;
    private final List<Optional<Entry>> entries = new ArrayList<>();

    private SocketPool(Opener opener) {
        this.opener = opener;
    }

    /// @param epoll      where receive sockets are watched
    /// @param firstToken what the first of them is known by there
    static SocketPool watchedBy(Epoll epoll, long firstToken) {
        return new SocketPool(new Watched(epoll, firstToken));
    }

    /// Sockets that neither send nor receive.
    static SocketPool dry() {
        return new SocketPool(new Dry());
    }

    /// The pair for an interface and a group or own address, one user more.
    ///
    /// @param linkIndex the interface, or [InstancePlan#ANY_LINK] for an own address on whatever interface
    /// @param linkName  its name; empty for none
    Entry acquire(int linkIndex, String linkName, IpAddress local) {
        for (Optional<Entry> slot : entries) {
            if (slot.isPresent() && slot.get().linkIndex == linkIndex && slot.get().local.compareTo(local) == 0) {
                slot.get().users++;
                return slot.get();
            }
        }
        Entry entry = opener.open(linkIndex, linkName, local);
        entry.users = 1;
        opener.watch(entry, place(entry));
        return entry;
    }

    /// Sockets for an instance that could not get any: they neither send nor receive.
    Entry acquireDead(IpAddress local) {
        return Entry.dead(InstancePlan.ANY_LINK, local);
    }

    private int place(Entry entry) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).isEmpty()) {
                entries.set(i, Optional.of(entry));
                return i;
            }
        }
        entries.add(Optional.of(entry));
        return entries.size() - 1;
    }

    /// One user less.
    void release(Entry entry) {
        if (entry.dead) {
            entry.close();
            return;
        }
        entry.users--;
        if (entry.users == 0) {
            entries.set(entries.indexOf(Optional.of(entry)), Optional.empty());
            closeSockets(entry);
        }
    }

    private void closeSockets(Entry entry) {
        opener.unwatch(entry);
        entry.close();
    }

    /// The pair at a place; empty if it was closed earlier in the same round.
    Optional<Entry> at(int index) {
        return index >= 0 && index < entries.size() ? entries.get(index) : Optional.empty();
    }

    @Override
    public void close() {
        for (Optional<Entry> slot : entries) {
            slot.ifPresent(this::closeSockets);
        }
        entries.clear();
    }

    private interface Opener {
        Entry open(int linkIndex, String linkName, IpAddress local);

        void watch(Entry entry, int place);

        void unwatch(Entry entry);
    }

    private record Watched(Epoll epoll, long firstToken) implements Opener {
        @Override
        public Entry open(int linkIndex, String linkName, IpAddress local) {
            Device device = linkIndex == InstancePlan.ANY_LINK ? Device.ANY : Device.link(linkIndex, linkName);
            VrrpReceiveSocket receive = local.isMulticast()
                    ? VrrpReceiveSocket.multicast(local, device, LARGEST_PACKET)
                    : VrrpReceiveSocket.unicast(local, device, LARGEST_PACKET);
            try {
                VrrpSendSocket send = local.isMulticast() ? VrrpSendSocket.multicast(local.family(), device)
                        : VrrpSendSocket.unicast(local.family(), device);
                return new Entry(linkIndex, local, false, send, receive);
            } catch (KernelException e) {
                receive.close();
                throw e;
            }
        }

        @Override
        public void watch(Entry entry, int place) {
            epoll.add(entry.receive.fd(), Epoll.EPOLLIN, firstToken + place);
        }

        @Override
        public void unwatch(Entry entry) {
            epoll.remove(entry.receive.fd());
        }
    }

    private record Dry() implements Opener {
        @Override
        public Entry open(int linkIndex, String linkName, IpAddress local) {
            return new Entry(linkIndex, local, false, VrrpSendSocket.over(Descriptor.invalid()),
                    VrrpReceiveSocket.over(Descriptor.invalid(), LARGEST_PACKET));
        }

        @Override
        public void watch(Entry entry, int place) {
            // Nothing will ever arrive.
        }

        @Override
        public void unwatch(Entry entry) {
            // Nothing was watched.
        }
    }
}
