package io.holdfast.vrrp;

import io.holdfast.base.IpAddress;
import java.nio.ByteBuffer;

/// The packet of one instance, encoded once: each advertisement patches the few bytes that differ. Not for sharing
/// between threads.
public final class OutgoingAdvert {
    private static final int MESSAGE = AdvertWire.IP_HEADER;

    private final ByteBuffer packet;
    private final int start;
    private final int headerSum;
    private final int messageSum;
    private int identification;

    public OutgoingAdvert(VrrpSpec spec, IpAddress source, IpAddress destination) {
        this(spec, source, destination, ByteBuffer.allocate(AdvertWire.length(spec)));
    }

    /// @param into where the packet is to live, from its position on: [AdvertWire#length] bytes, big-endian
    public OutgoingAdvert(VrrpSpec spec, IpAddress source, IpAddress destination, ByteBuffer into) {
        start = into.position();
        AdvertWire.encode(spec, source, destination, into);
        packet = into.flip().position(start);
        packet.putShort(start + AdvertWire.IP_CHECKSUM, (short) 0);
        packet.putShort(start + MESSAGE + AdvertWire.CHECKSUM, (short) 0);
        headerSum = Checksum.sum(packet, start, start + MESSAGE);
        messageSum = AdvertWire.sumToSend(spec, packet, start, packet.limit());
    }

    /// The next advertisement, between position and limit; valid until the next call.
    ///
    /// Identifications count from 1 and leave out 0, as keepalived's do (`vrrp.md` 1.4).
    ///
    /// @param priority what it says, 0 to resign
    public ByteBuffer next(int priority) {
        identification = identification == 0xffff ? 1 : identification + 1;
        packet.putShort(start + AdvertWire.IP_ID, (short) identification);
        packet.putShort(start + AdvertWire.IP_CHECKSUM, (short) Checksum.of(headerSum + identification));
        packet.put(start + MESSAGE + AdvertWire.PRIORITY, (byte) priority);
        packet.putShort(start + MESSAGE + AdvertWire.CHECKSUM, (short) Checksum.of(messageSum + (priority << 8)));
        return packet.position(start);
    }
}
