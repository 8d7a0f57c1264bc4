package io.holdfast.vrrp;

import io.holdfast.base.IpAddress;
import java.nio.ByteBuffer;

/// The IP Authentication Header of a VRRPv2 packet (RFC 2402 section 2, RFC 2403; `vrrp.md` 1.8).
///
/// ```
///   IPv4 header | 0         1       2         4    8         12      24
///   protocol 51 | next 112  length  reserved  SPI  sequence  ICV     VRRPv2 message
/// ```
///
/// The ICV covers everything from the IP header to the end, with zeros for itself and for what changes on the way.
/// Not for sharing between threads.
final class AhWire implements Seal {
    static final int PROTOCOL = 51; // IPPROTO_AH
    static final int LENGTH = 24;
    private static final int PAYLOAD_LENGTH = LENGTH / 4 - 2; // RFC 2402 section 2.2
    private static final int SPI = 4;
    private static final int SEQUENCE = 8;
    private static final int ICV = 12;
    private static final int ICV_LENGTH = 12;

    private final PacketMac mac;
    private final boolean ttlChanges;

    /// @param ttlChanges whether routers may forward the packet, so that its TTL cannot be covered
    AhWire(MacKey key, boolean ttlChanges) {
        mac = new PacketMac(key);
        this.ttlChanges = ttlChanges;
    }

    /// The SPI is the source address, so it needs no agreement.
    static void put(IpAddress source, ByteBuffer out) {
        out.put((byte) AdvertWire.PROTOCOL).put((byte) PAYLOAD_LENGTH).putShort((short) 0);
        source.put(out);
        out.putInt(0).putLong(0).putInt(0);
    }

    static int nextHeader(ByteBuffer packet) {
        return packet.get(at(packet)) & 0xff;
    }

    static int spi(ByteBuffer packet) {
        return packet.getInt(at(packet) + SPI);
    }

    /// 0 to 2^32 - 1.
    static long sequence(ByteBuffer packet) {
        return packet.getInt(at(packet) + SEQUENCE) & 0xffff_ffffL;
    }

    @Override
    public void close(ByteBuffer packet, long sequence) {
        packet.putInt(at(packet) + SEQUENCE, (int) sequence);
        compose(packet);
        mac.put(packet, at(packet) + ICV, ICV_LENGTH);
    }

    boolean isAuthentic(ByteBuffer packet) {
        compose(packet);
        return mac.isAt(packet, at(packet) + ICV, ICV_LENGTH);
    }

    private static int at(ByteBuffer packet) {
        return packet.position() + AdvertWire.ipHeaderLength(packet);
    }

    /// RFC 2402 section 3.3.3.1.1: TOS, flags, fragment offset, TTL and header checksum are mutable.
    private void compose(ByteBuffer packet) {
        ByteBuffer text = mac.text(packet.remaining());
        text.put(0, packet, packet.position(), packet.remaining());
        text.put(AdvertWire.IP_TOS, (byte) 0).putShort(AdvertWire.IP_FLAGS, (short) 0);
        text.putShort(AdvertWire.IP_CHECKSUM, (short) 0);
        if (ttlChanges) {
            text.put(AdvertWire.IP_TTL, (byte) 0);
        }
        int icv = AdvertWire.ipHeaderLength(packet) + ICV;
        text.putLong(icv, 0).putInt(icv + Long.BYTES, 0);
    }
}
