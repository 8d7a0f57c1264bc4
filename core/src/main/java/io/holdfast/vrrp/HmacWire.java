package io.holdfast.vrrp;

import io.holdfast.base.IpAddress;
import java.nio.ByteBuffer;

/// The trailer that `auth_hmac` puts behind a VRRP message (`vrrp.md` 1.9), with one key.
///
/// ```
///   VRRP message | 0       1       2         4        8         10       12            28
///   v2 or v3     | scheme  key id  reserved  seconds  fraction  counter  HMAC-SHA-256, 128 bits
/// ```
///
/// Seconds, fraction and counter are one sequence number. The hash covers message and trailer, and of the IP header the
/// source address alone, so that the copies for all peers are the same. Not for sharing between threads.
final class HmacWire {
    static final int LENGTH = 28;
    private static final int SCHEME = 1; // HMAC-SHA-256, truncated
    private static final int KEY_ID = 1;
    private static final int RESERVED = 2;
    private static final int SEQUENCE = 4;
    private static final int TAG = 12;
    private static final int TAG_LENGTH = 16;
    /// Family, version, VRID, a zero and room for a source address of either family.
    private static final int CONTEXT = 20;

    private final PacketMac mac;
    private final int version;
    private final int virtualRouterId;

    HmacWire(MacKey key, VrrpSpec spec) {
        mac = new PacketMac(key);
        version = spec.version().number();
        virtualRouterId = spec.virtualRouterId();
    }

    static void put(int keyId, ByteBuffer out) {
        out.put((byte) SCHEME).put((byte) keyId).putShort((short) 0).putLong(0).putLong(0).putLong(0);
    }

    static boolean isWellFormed(ByteBuffer packet) {
        return packet.get(at(packet)) == SCHEME && packet.getShort(at(packet) + RESERVED) == 0;
    }

    static int keyId(ByteBuffer packet) {
        return packet.get(at(packet) + KEY_ID) & 0xff;
    }

    static long sequence(ByteBuffer packet) {
        return packet.getLong(at(packet) + SEQUENCE);
    }

    /// What signs the advertisements of an instance.
    static Seal seal(Authentication.Hmac hmac, VrrpSpec spec, IpAddress source) {
        return new Signature(new HmacWire(hmac.signingKey(), spec), source);
    }

    private record Signature(HmacWire wire, IpAddress source) implements Seal {
        @Override
        public void close(ByteBuffer packet, long sequence) {
            packet.putLong(at(packet) + SEQUENCE, sequence);
            wire.compose(packet, source);
            wire.mac.put(packet, at(packet) + TAG, TAG_LENGTH);
        }
    }

    boolean isAuthentic(ByteBuffer packet, IpAddress source) {
        compose(packet, source);
        return mac.isAt(packet, at(packet) + TAG, TAG_LENGTH);
    }

    /// The context, then message and trailer with zeros for their checksum and hash.
    private void compose(ByteBuffer packet, IpAddress source) {
        int message = packet.position() + (source.isV4() ? AdvertWire.ipHeaderLength(packet) : 0);
        int signed = at(packet) + TAG - message;
        ByteBuffer text = mac.text(CONTEXT + signed + TAG_LENGTH);
        text.put((byte) (source.isV4() ? 4 : 6)).put((byte) version).put((byte) virtualRouterId).put((byte) 0);
        source.put(text);
        text.put(CONTEXT, packet, message, signed);
        text.putShort(CONTEXT + AdvertWire.CHECKSUM, (short) 0);
    }

    private static int at(ByteBuffer packet) {
        return packet.limit() - LENGTH;
    }
}
