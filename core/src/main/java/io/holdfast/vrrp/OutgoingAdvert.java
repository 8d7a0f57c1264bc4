package io.holdfast.vrrp;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import java.nio.ByteBuffer;

/// The packet of one instance for one destination, encoded once: each advertisement patches the few bytes that differ.
/// Not for sharing between threads.
public final class OutgoingAdvert {
    private final ByteBuffer packet;
    private final int start;
    private final int message;
    private final int headerSum;
    private final int messageSum;
    private int identification;

    public OutgoingAdvert(VrrpSpec spec, IpAddress source, IpAddress destination) {
        this(spec, source, destination, destination, ByteBuffer.allocate(AdvertWire.length(spec)));
    }

    /// @param into where the packet is to live, from its position on: [AdvertWire#length] bytes, big-endian
    public OutgoingAdvert(VrrpSpec spec, IpAddress source, IpAddress destination, ByteBuffer into) {
        this(spec, source, destination, destination, into);
    }

    private OutgoingAdvert(VrrpSpec spec, IpAddress source, IpAddress destination, IpAddress inPseudoHeader,
            ByteBuffer into) {
        start = into.position();
        message = start + AdvertWire.headerToSend(spec.family());
        AdvertWire.encode(spec, source, destination, into);
        packet = into.flip().position(start);
        packet.putShort(message + AdvertWire.CHECKSUM, (short) 0);
        messageSum = AdvertWire.sumToSend(spec, source, inPseudoHeader, packet, message, packet.limit());
        if (spec.family() == Family.IPV4) {
            packet.putShort(start + AdvertWire.IP_CHECKSUM, (short) 0);
        }
        headerSum = Checksum.sum(packet, start, message);
    }

    /// One for a peer that expects the checksum of [OldChecksum].
    ///
    /// @param group what the checksum has in place of the destination
    public static OutgoingAdvert withOldChecksum(VrrpSpec spec, IpAddress source, IpAddress destination,
            IpAddress group) {
        return new OutgoingAdvert(spec, source, destination, group, ByteBuffer.allocate(AdvertWire.length(spec)));
    }

    /// The next advertisement, between position and limit; valid until the next call.
    ///
    /// Identifications count from 1 and leave out 0, as keepalived's do (`vrrp.md` 1.4).
    ///
    /// @param priority what it says, 0 to resign
    public ByteBuffer next(int priority) {
        if (message > start) {
            identification = identification == 0xffff ? 1 : identification + 1;
            packet.putShort(start + AdvertWire.IP_ID, (short) identification);
            packet.putShort(start + AdvertWire.IP_CHECKSUM, (short) Checksum.of(headerSum + identification));
        }
        packet.put(message + AdvertWire.PRIORITY, (byte) priority);
        packet.putShort(message + AdvertWire.CHECKSUM, (short) Checksum.of(messageSum + (priority << 8)));
        return packet.position(start);
    }
}
