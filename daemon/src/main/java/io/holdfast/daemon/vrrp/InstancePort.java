package io.holdfast.daemon.vrrp;

import io.holdfast.base.Family;
import io.holdfast.base.MacAddress;
import io.holdfast.linux.socket.PacketSocket;
import io.holdfast.node.InstancePlan;
import io.holdfast.node.PlacedAddress;
import io.holdfast.vrrp.GarpFrame;
import io.holdfast.vrrp.OutgoingAdvert;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// Everything the shell keeps ready for one instance: its packet, its announcements and its netlink requests are
/// encoded when the plan is made, so that a failover only has to send them.
final class InstancePort implements AutoCloseable {
    private final InstancePlan plan;
    private final SocketPool.Entry socket;
    private final OutgoingAdvert advert;
    private final Announcement[] announcements;
    private final AddressRequests requests;

    /// A gratuitous ARP frame and the interface it leaves by.
    private static final class Announcement {
        private final PlacedAddress address;
        private final byte[] frame = new byte[GarpFrame.LENGTH];

        private Announcement(PlacedAddress address, MacAddress announcer) {
            this.address = address;
            GarpFrame.encode(announcer, address.address().address(), ByteBuffer.wrap(frame));
        }

        private int send(PacketSocket packets) {
            return packets.send(address.linkIndex(), frame, frame.length);
        }
    }

    InstancePort(InstancePlan plan, SocketPool.Entry socket) {
        this.plan = plan;
        this.socket = socket;
        this.advert = new OutgoingAdvert(plan.spec(), plan.source(), plan.group());
        this.announcements = announcements(plan);
        this.requests = new AddressRequests(plan.addresses());
    }

    private static Announcement[] announcements(InstancePlan plan) {
        Announcement[] all = new Announcement[plan.addresses().size()];
        int count = 0;
        for (PlacedAddress address : plan.addresses()) {
            if (address.announcer().isPresent() && address.address().prefix().family() == Family.IPV4) {
                all[count++] = new Announcement(address, address.announcer().get());
            }
        }
        return Arrays.copyOf(all, count);
    }

    InstancePlan plan() {
        return plan;
    }

    SocketPool.Entry socket() {
        return socket;
    }

    AddressRequests requests() {
        return requests;
    }

    /// @return 0 or the errno
    int sendAdvert(int priority) {
        ByteBuffer packet = advert.next(priority);
        return socket.send().send(packet, packet.remaining(), plan.group());
    }

    /// Rounds over all addresses: a b a b, not a a b b.
    ///
    /// @return 0 or the errno of the last frame that could not be sent
    int announce(PacketSocket packets, int rounds) {
        int errno = 0;
        for (int round = 0; round < rounds; round++) {
            for (Announcement announcement : announcements) {
                int result = announcement.send(packets);
                errno = result == 0 ? errno : result;
            }
        }
        return errno;
    }

    /// @return 0 or the errno of the last frame that could not be sent
    int announceOne(PacketSocket packets, PlacedAddress address, int rounds) {
        int errno = 0;
        for (Announcement announcement : announcements) {
            if (announcement.address.equals(address)) {
                for (int round = 0; round < rounds; round++) {
                    int result = announcement.send(packets);
                    errno = result == 0 ? errno : result;
                }
            }
        }
        return errno;
    }

    @Override
    public void close() {
        requests.close();
    }
}
