package io.holdfast.daemon.vrrp;

import io.holdfast.base.IpAddress;
import io.holdfast.linux.socket.Device;
import io.holdfast.linux.socket.VrrpReceiveSocket;
import io.holdfast.linux.socket.VrrpSendSocket;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.Epoll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The sockets instances share: one to send and one to receive for each interface and group. Opened when the first
/// instance needs them, closed, and so the group left, with the last.
final class SocketPool implements AutoCloseable {
    /// How many packets are taken from a socket before other descriptors get their turn.
    static final int PACKETS_AT_ONCE = 64;
    private static final int LARGEST_PACKET = 65_535;

    /// A pair of sockets.
    static final class Entry {
        private final int linkIndex;
        private final IpAddress group;
        private final VrrpSendSocket send;
        private final VrrpReceiveSocket receive;
        private int users;

        private Entry(int linkIndex, IpAddress group, VrrpSendSocket send, VrrpReceiveSocket receive) {
            this.linkIndex = linkIndex;
            this.group = group;
            this.send = send;
            this.receive = receive;
        }

        int linkIndex() {
            return linkIndex;
        }

        VrrpSendSocket send() {
            return send;
        }

        VrrpReceiveSocket receive() {
            return receive;
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

    /// The pair for an interface and group, one user more.
    Entry acquire(int linkIndex, String linkName, IpAddress group) {
        for (Optional<Entry> slot : entries) {
            if (slot.isPresent() && slot.get().linkIndex == linkIndex && slot.get().group.equals(group)) {
                slot.get().users++;
                return slot.get();
            }
        }
        Entry entry = opener.open(linkIndex, linkName, group);
        entry.users = 1;
        opener.watch(entry, place(entry));
        return entry;
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
        entry.users--;
        if (entry.users == 0) {
            entries.set(entries.indexOf(Optional.of(entry)), Optional.empty());
            closeSockets(entry);
        }
    }

    private void closeSockets(Entry entry) {
        opener.unwatch(entry);
        entry.receive.close();
        entry.send.close();
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
        Entry open(int linkIndex, String linkName, IpAddress group);

        void watch(Entry entry, int place);

        void unwatch(Entry entry);
    }

    private record Watched(Epoll epoll, long firstToken) implements Opener {
        @Override
        public Entry open(int linkIndex, String linkName, IpAddress group) {
            Device device = Device.link(linkIndex, linkName);
            return new Entry(linkIndex, group, VrrpSendSocket.multicast(group.family(), device),
                    VrrpReceiveSocket.multicast(group, device, LARGEST_PACKET));
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
        public Entry open(int linkIndex, String linkName, IpAddress group) {
            return new Entry(linkIndex, group, VrrpSendSocket.over(Descriptor.invalid()),
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
