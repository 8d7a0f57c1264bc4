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
    private final Seal seal;
    private final boolean hasHeader;
    /// How much of a trailer the checksum covers.
    private final int trailer;
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
        message = start + AdvertWire.messageToSend(spec);
        AdvertWire.encode(spec, source, destination, into);
        packet = into.flip().position(start);
        trailer = spec.family() == Family.IPV6 ? AdvertWire.trailerToSend(spec) : 0;
        messageSum = AdvertWire.sumToSend(spec, source, inPseudoHeader, packet) - trailerSum();
        hasHeader = spec.family() == Family.IPV4;
        headerSum = hasHeader ? Checksum.sum(packet, start, start + AdvertWire.IP_HEADER) : 0;
        seal = seal(spec, source);
    }

    private static Seal seal(VrrpSpec spec, IpAddress source) {
        if (spec.authentication() instanceof Authentication.Ah ah) {
            return new AhWire(ah.key(), spec.isUnicast());
        }
        return spec.authentication() instanceof Authentication.Hmac hmac && hmac.signs()
                ? HmacWire.seal(hmac, spec, source) : new Seal.None();
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
    /// @param sequence the number that authentication gives it; nothing becomes of it without
    public ByteBuffer next(int priority, long sequence) {
        if (hasHeader) {
            identification = identification == 0xffff ? 1 : identification + 1;
            packet.putShort(start + AdvertWire.IP_ID, (short) identification);
            packet.putShort(start + AdvertWire.IP_CHECKSUM, (short) Checksum.of(headerSum + identification));
        }
        packet.position(start).put(message + AdvertWire.PRIORITY, (byte) priority);
        int sum = messageSum + (priority << 8);
        packet.putShort(message + AdvertWire.CHECKSUM, (short) Checksum.of(sum));
        seal.close(packet, sequence);
        if (trailer > 0) {
            packet.putShort(message + AdvertWire.CHECKSUM, (short) Checksum.of(sum + trailerSum()));
        }
        return packet;
    }

    private int trailerSum() {
        return Checksum.sum(packet, packet.limit() - trailer, packet.limit());
    }
}
