package io.holdfast.daemon.vrrp;

import io.holdfast.base.IpAddress;
import io.holdfast.linux.socket.Envelope;
import io.holdfast.linux.socket.PacketSocket;
import io.holdfast.node.InstancePlan;
import io.holdfast.node.PlacedAddress;
import io.holdfast.vrrp.Delivery;
import io.holdfast.vrrp.OutgoingAdvert;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Everything the shell keeps ready for one instance: its packets, its announcements and its netlink requests are
/// encoded when the plan is made, so that a failover only has to send them.
final class InstancePort {
    private final SocketPool.Entry socket;
    private final int receiveBuffer;
    private final Copy[] copies;
    private final Announcement[] announcements;
    private final AddressRequests requests;

    /// The advertisement on its way to one destination.
    private record Copy(OutgoingAdvert advert, Envelope envelope) {
        static Copy of(InstancePlan plan, IpAddress destination) {
            Envelope envelope = Envelope.of(plan.source(), destination);
            if (plan.spec().delivery() instanceof Delivery.Unicast unicast && unicast.ttl().isPresent()) {
                envelope = envelope.withHopLimit(unicast.ttl().getAsInt());
            }
            return new Copy(plan.advertTo(destination), envelope);
        }
    }

    InstancePort(InstancePlan plan, SocketPool.Entry socket) {
        this.socket = socket;
        this.receiveBuffer = plan.spec().receiveBuffer().orElse(0);
        this.copies = copies(plan);
        this.announcements = announcements(plan);
        this.requests = new AddressRequests(plan.addresses());
    }

    private static Copy[] copies(InstancePlan plan) {
        List<IpAddress> destinations = plan.destinations();
        Copy[] copies = new Copy[destinations.size()];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = Copy.of(plan, destinations.get(i));
        }
        return copies;
    }

    private static Announcement[] announcements(InstancePlan plan) {
        Announcement[] all = new Announcement[plan.addresses().size()];
        int count = 0;
        for (PlacedAddress address : plan.addresses()) {
            Optional<Announcement> announcement = Announcement.of(address);
            if (announcement.isPresent()) {
                all[count++] = announcement.get();
            }
        }
        return Arrays.copyOf(all, count);
    }

    SocketPool.Entry socket() {
        return socket;
    }

    /// What it asked for in the receive queue of the socket.
    int receiveBuffer() {
        return receiveBuffer;
    }

    AddressRequests requests() {
        return requests;
    }

    /// To the group, or to every peer, whatever became of the others.
    ///
    /// @return 0 or the errno of the last copy that could not be sent
    int sendAdvert(int priority) {
        int errno = 0;
        for (int i = 0; i < copies.length; i++) {
            ByteBuffer packet = copies[i].advert().next(priority);
            int result = socket.send().send(packet, packet.remaining(), copies[i].envelope());
            errno = result == 0 ? errno : result;
        }
        return errno;
    }

    /// Rounds over all addresses: a b a b, not a a b b.
    ///
    /// @return 0 or the errno of the last frame that could not be sent
    int announce(PacketSocket packets, Forwarding forwarding, int rounds) {
        for (int i = 0; i < announcements.length; i++) {
            announcements[i].refresh(forwarding);
        }
        int errno = 0;
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < announcements.length; i++) {
                int result = announcements[i].send(packets);
                errno = result == 0 ? errno : result;
            }
        }
        return errno;
    }

    /// An address by itself, which need not be one of the plan's.
    ///
    /// @return 0 or the errno of the last frame that could not be sent
    static int announceOne(PlacedAddress address, PacketSocket packets, Forwarding forwarding, int rounds) {
        Optional<Announcement> announcement = Announcement.of(address);
        int errno = 0;
        if (announcement.isPresent()) {
            announcement.get().refresh(forwarding);
            for (int round = 0; round < rounds; round++) {
                int result = announcement.get().send(packets);
                errno = result == 0 ? errno : result;
            }
        }
        return errno;
    }
}
