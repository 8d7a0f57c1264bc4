package io.holdfast.vrrp;

import io.holdfast.base.IpAddress;
import io.holdfast.vrrp.AdvertPacket.ChecksumForm;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Advertisements over IPv4 as bytes: RFC 9568 section 5.2 for version 3, RFC 3768 section 5.3 for version 2.
///
/// ```
///   IPv4 header       | 0       1     2     3  4         5         6        8
///   20 bytes or more  | ver/typ vrid  prio  n  auth typ  interval  checksum addresses  8 bytes  (v2)
///                     | ver/typ vrid  prio  n  interval, 12 bits   checksum addresses           (v3)
/// ```
public final class AdvertWire {
    static final int PROTOCOL = 112; // IPPROTO_VRRP
    static final int TTL = 255;
    static final int IP_HEADER = 20;
    static final int IP_ID = 4;
    static final int IP_CHECKSUM = 10;
    private static final int IP_SOURCE = 12;
    private static final int IP_DESTINATION = 16;
    static final int VRID = 1;
    static final int PRIORITY = 2;
    static final int CHECKSUM = 6;
    static final int ADDRESSES = 8;
    private static final int TYPE_ADVERTISEMENT = 1;
    private static final int TOS = 0xc0; // internetwork control
    private static final int ADDRESS = 4;
    private static final int AUTH_DATA = 8;
    /// The shortest payload of an Ethernet frame; shorter packets arrive padded.
    private static final int ETHERNET_MIN_PAYLOAD = 46;

    private AdvertWire() {}

    /// The length of the whole packet.
    public static int length(VrrpSpec spec) {
        return IP_HEADER + messageLength(spec.version().number(), spec.addresses().size());
    }

    /// Writes a whole packet at the buffer's position, with identification 0 and priority 0; [OutgoingAdvert] fills
    /// in those.
    public static void encode(VrrpSpec spec, IpAddress source, IpAddress destination, ByteBuffer out) {
        int start = out.position();
        out.put((byte) 0x45).put((byte) TOS).putShort((short) length(spec)).putShort((short) 0).putShort((short) 0);
        out.put((byte) TTL).put((byte) PROTOCOL).putShort((short) 0);
        source.put(out);
        destination.put(out);
        out.put((byte) (spec.version().number() << 4 | TYPE_ADVERTISEMENT)).put((byte) spec.virtualRouterId());
        out.put((byte) 0).put((byte) spec.addresses().size());
        putInterval(spec, out);
        out.putShort((short) 0);
        for (VirtualAddress address : spec.addresses()) {
            address.address().put(out);
        }
        if (spec.version() == VrrpVersion.V2) {
            out.putLong(authData(spec.authentication()));
        }
        int message = start + IP_HEADER;
        out.putShort(start + IP_CHECKSUM, (short) Checksum.of(Checksum.sum(out, start, message)));
        out.putShort(message + CHECKSUM, (short) Checksum.of(sumToSend(spec, out, start, out.position())));
    }

    private static void putInterval(VrrpSpec spec, ByteBuffer out) {
        if (spec.version() == VrrpVersion.V2) {
            out.put((byte) spec.authentication().type()).put((byte) spec.advertInterval().toSeconds());
        } else {
            out.putShort((short) (spec.advertInterval().toMillis() / 10));
        }
    }

    /// What the checksum of an advertisement of ours covers.
    static int sumToSend(VrrpSpec spec, ByteBuffer packet, int start, int end) {
        int message = Checksum.sum(packet, start + IP_HEADER, end);
        boolean pseudoHeader = spec.version() == VrrpVersion.V3 && !spec.options().checksumAsV2();
        return pseudoHeader ? message + pseudoHeader(packet, start, end - start - IP_HEADER) : message;
    }

    private static int pseudoHeader(ByteBuffer packet, int start, int messageLength) {
        return Checksum.sum(packet, start + IP_SOURCE, start + IP_HEADER) + PROTOCOL + messageLength;
    }

    static long authData(Authentication authentication) {
        return authentication instanceof Authentication.Password password
                ? ByteBuffer.wrap(password.field()).getLong() : 0;
    }

    /// Reads a packet between position and limit; leaves both as they are.
    ///
    /// @return empty if the lengths contradict each other
    public static Optional<AdvertPacket> decode(ByteBuffer packet) {
        int start = packet.position();
        int received = packet.remaining();
        if (!holdsMessage(packet) || received < expectedLength(packet)
                || (received > expectedLength(packet) && !isPadding(expectedLength(packet), received))) {
            return Optional.empty();
        }
        int message = start + headerLength(packet);
        int version = version(packet);
        int n = packet.get(message + 3) & 0xff;
        int units = version == 2 ? packet.get(message + 5) & 0xff : packet.getShort(message + 4) & 0xfff;
        return Optional.of(new AdvertPacket(header(packet), version, packet.get(message) & 0xf,
                vrid(packet), packet.get(message + PRIORITY) & 0xff,
                version == 2 ? packet.get(message + 4) & 0xff : 0,
                version == 2 ? Duration.ofSeconds(units) : Duration.ofMillis(units * 10L),
                addresses(packet, message + ADDRESSES, n),
                version == 2 ? packet.getLong(message + ADDRESSES + ADDRESS * n) : 0,
                checksum(packet, message, start + expectedLength(packet))));
    }

    /// Whether the fixed part of a message is there, so that at least its VRID can be read.
    public static boolean holdsMessage(ByteBuffer packet) {
        return packet.remaining() >= IP_HEADER + ADDRESSES && packet.get(packet.position()) >> 4 == 4
                && headerLength(packet) >= IP_HEADER && packet.remaining() >= headerLength(packet) + ADDRESSES;
    }

    /// Only of a packet that [#holdsMessage].
    public static int vrid(ByteBuffer packet) {
        return packet.get(packet.position() + headerLength(packet) + VRID) & 0xff;
    }

    /// Only of a packet that [#holdsMessage].
    public static IpAddress source(ByteBuffer packet) {
        return IpAddress.v4(packet.getInt(packet.position() + IP_SOURCE));
    }

    /// What the message itself says its length is.
    private static int expectedLength(ByteBuffer packet) {
        int n = packet.get(packet.position() + headerLength(packet) + 3) & 0xff;
        return headerLength(packet) + messageLength(version(packet), n);
    }

    private static int messageLength(int version, int addresses) {
        return ADDRESSES + ADDRESS * addresses + (version == 2 ? AUTH_DATA : 0);
    }

    private static int headerLength(ByteBuffer packet) {
        return (packet.get(packet.position()) & 0xf) * 4;
    }

    private static int version(ByteBuffer packet) {
        return packet.get(packet.position() + headerLength(packet)) >> 4 & 0xf;
    }

    /// Padding to the shortest Ethernet frame is forgiven, in keepalived's form of the rule: what is missing to 46
    /// bytes leaves a remainder of 2, as all lengths of ours are multiples of 4.
    static boolean isPadding(int expected, int received) {
        return expected < ETHERNET_MIN_PAYLOAD && received > expected && (received - expected) % ADDRESS == 2;
    }

    private static Ipv4Header header(ByteBuffer packet) {
        int start = packet.position();
        return new Ipv4Header(source(packet), IpAddress.v4(packet.getInt(start + IP_DESTINATION)),
                packet.get(start + 9) & 0xff, packet.get(start + 8) & 0xff, packet.getShort(start + IP_ID) & 0xffff,
                packet.getShort(start + 2) & 0xffff);
    }

    private static List<IpAddress> addresses(ByteBuffer packet, int at, int n) {
        List<IpAddress> addresses = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            addresses.add(IpAddress.v4(packet.getInt(at + ADDRESS * i)));
        }
        return addresses;
    }

    private static ChecksumForm checksum(ByteBuffer packet, int message, int end) {
        int sum = Checksum.sum(packet, message, end);
        if (Checksum.of(sum) == 0) {
            return ChecksumForm.MESSAGE;
        }
        return Checksum.of(sum + pseudoHeader(packet, packet.position(), end - message)) == 0
                ? ChecksumForm.PSEUDO_HEADER : ChecksumForm.WRONG;
    }
}
