package io.holdfast.daemon.vrrp;

import io.holdfast.base.MacAddress;
import io.holdfast.linux.socket.PacketSocket;
import io.holdfast.node.PlacedAddress;
import io.holdfast.vrrp.GarpFrame;
import io.holdfast.vrrp.NaFrame;
import java.nio.ByteBuffer;
import java.util.Optional;

/// The frame that tells the neighbours who has an address now, encoded in advance: a gratuitous ARP or an unsolicited
/// neighbour advertisement.
final class Announcement {
    private final PlacedAddress address;
    private final MacAddress announcer;
    private final byte[] frame;

    private Announcement(PlacedAddress address, MacAddress announcer) {
        this.address = address;
        this.announcer = announcer;
        boolean v4 = address.address().address().isV4();
        this.frame = new byte[v4 ? GarpFrame.LENGTH : NaFrame.LENGTH];
        if (v4) {
            GarpFrame.encode(announcer, address.address().address(), ByteBuffer.wrap(frame));
        } else {
            NaFrame.encode(announcer, address.address().address(), false, frame);
        }
    }

    /// Empty where there is nobody to tell.
    static Optional<Announcement> of(PlacedAddress address) {
        return address.announcer().isEmpty() ? Optional.empty()
                : Optional.of(new Announcement(address, address.announcer().get()));
    }

    /// Brings the frame up to date with what its interface does.
    void refresh(Forwarding forwarding) {
        if (frame.length == NaFrame.LENGTH) {
            boolean router = forwarding.isOn(address.address().interfaceName());
            if (router != NaFrame.isRouter(frame)) {
                NaFrame.encode(announcer, address.address().address(), router, frame);
            }
        }
    }

    /// @return 0 or the errno
    int send(PacketSocket packets) {
        return packets.send(address.linkIndex(), frame, frame.length);
    }
}
