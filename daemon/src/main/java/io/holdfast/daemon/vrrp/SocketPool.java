package io.holdfast.daemon.vrrp;

import io.holdfast.base.IpAddress;
import io.holdfast.linux.socket.Device;
import io.holdfast.linux.socket.VrrpProtocol;
import io.holdfast.linux.socket.VrrpReceiveSocket;
import io.holdfast.linux.socket.VrrpSendSocket;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.Epoll;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.node.InstancePlan;
import io.holdfast.vrrp.AdvertWire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The sockets instances share: one to send and one to receive for each protocol, interface and group, or own address
/// in place of the group where instances use unicast (`vrrp.md` 1.5). Opened when the first instance needs them, and
/// closed, which leaves the group, with the last.
final class SocketPool implements AutoCloseable {
    /// How many packets are taken from a socket before other descriptors get their turn.
    static final int PACKETS_AT_ONCE = 64;
    /// More than an IPv4 header with options, 255 IPv6 addresses and every trailer; what is longer is no advertisement.
    private static final int LARGEST_PACKET = 4_608;

    /// What a pair of sockets is for.
    ///
    /// @param linkIndex the interface, or [InstancePlan#ANY_LINK] for an own address on whatever interface
    /// @param linkName  its name; empty for none
    /// @param local     the group or own address that everything received there was sent to
    record Place(VrrpProtocol protocol, int linkIndex, String linkName, IpAddress local) {
        static Place of(InstancePlan plan) {
            return new Place(VrrpProtocol.of(AdvertWire.protocol(plan.spec())), plan.linkIndex(),
                    plan.spec().interfaceName().orElse(""), plan.local());
        }

        private boolean isSame(Place other) {
            return protocol == other.protocol && linkIndex == other.linkIndex && local.compareTo(other.local) == 0;
        }

        private Device device() {
            return linkIndex == InstancePlan.ANY_LINK ? Device.ANY : Device.link(linkIndex, linkName);
        }
    }

    /// A pair of sockets.
    static final class Entry {
        private final Place place;
        private final boolean dead;
        private final VrrpSendSocket send;
        private final VrrpReceiveSocket receive;
        private int users;
        private long receiveBuffer;

        private Entry(Place place, boolean dead, VrrpSendSocket send, VrrpReceiveSocket receive) {
            this.place = place;
            this.dead = dead;
            this.send = send;
            this.receive = receive;
        }

        /// Sockets on which every system call fails.
        private static Entry dead(Place place) {
            return new Entry(place, true, VrrpSendSocket.over(Descriptor.invalid()),
                    VrrpReceiveSocket.over(Descriptor.invalid(), 0));
        }

        int linkIndex() {
            return place.linkIndex;
        }

        /// The group or own address that everything received here was sent to.
        IpAddress local() {
            return place.local;
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

    /// The pair for a place, one user more.
    Entry acquire(Place place) {
        Optional<Entry> known = find(place);
        Entry entry = known.isPresent() ? known.get() : opener.open(place);
        entry.users++;
        if (known.isEmpty()) {
            opener.watch(entry, keep(entry));
        }
        return entry;
    }

    private Optional<Entry> find(Place place) {
        for (Optional<Entry> slot : entries) {
            if (slot.isPresent() && slot.get().place.isSame(place)) {
                return slot;
            }
        }
        return Optional.empty();
    }

    /// Instances ask for room in the receive queue of the socket they share; what they ask for adds up. A negative
    /// number takes back what was asked for.
    void buffer(Entry entry, int bytes) {
        entry.receiveBuffer += bytes;
        if (bytes > 0) {
            opener.buffer(entry, (int) Math.min(entry.receiveBuffer, Integer.MAX_VALUE));
        }
    }

    /// Sockets for an instance that could not get any: they neither send nor receive.
    Entry acquireDead(Place place) {
        return Entry.dead(place);
    }

    private int keep(Entry entry) {
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
        Entry open(Place place);

        void watch(Entry entry, int slot);

        void buffer(Entry entry, int bytes);

        void unwatch(Entry entry);
    }

    private record Watched(Epoll epoll, long firstToken) implements Opener {
        @Override
        public Entry open(Place place) {
            IpAddress local = place.local();
            Device device = place.device();
            VrrpReceiveSocket receive = local.isMulticast()
                    ? VrrpReceiveSocket.multicast(place.protocol(), local, device, LARGEST_PACKET)
                    : VrrpReceiveSocket.unicast(place.protocol(), local, device, LARGEST_PACKET);
            try {
                VrrpSendSocket send = local.isMulticast()
                        ? VrrpSendSocket.multicast(place.protocol(), local.family(), device)
                        : VrrpSendSocket.unicast(place.protocol(), local.family(), device);
                return new Entry(place, false, send, receive);
            } catch (KernelException e) {
                receive.close();
                throw e;
            }
        }

        @Override
        public void watch(Entry entry, int slot) {
            epoll.add(entry.receive.fd(), Epoll.EPOLLIN, firstToken + slot);
        }

        @Override
        public void buffer(Entry entry, int bytes) {
            entry.receive.receiveBuffer(bytes);
        }

        @Override
        public void unwatch(Entry entry) {
            epoll.remove(entry.receive.fd());
        }
    }

    private record Dry() implements Opener {
        @Override
        public Entry open(Place place) {
            return new Entry(place, false, VrrpSendSocket.over(Descriptor.invalid()),
                    VrrpReceiveSocket.over(Descriptor.invalid(), LARGEST_PACKET));
        }

        @Override
        public void watch(Entry entry, int slot) {
            // Nothing will ever arrive.
        }

        @Override
        public void buffer(Entry entry, int bytes) {
            // There is nothing to keep.
        }

        @Override
        public void unwatch(Entry entry) {
            // Nothing was watched.
        }
    }
}
