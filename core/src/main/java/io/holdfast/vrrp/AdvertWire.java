package io.holdfast.vrrp;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import io.holdfast.vrrp.AdvertPacket.ChecksumForm;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Advertisements as bytes: RFC 9568 section 5.2 for version 3, RFC 3768 section 5.3 for version 2.
///
/// ```
///   IPv4 header       | 0       1     2     3  4         5         6        8
///   20 bytes or more  | ver/typ vrid  prio  n  auth typ  interval  checksum addresses  8 bytes  (v2)
///   (not over IPv6)   | ver/typ vrid  prio  n  interval, 12 bits   checksum addresses           (v3)
/// ```
///
/// Over IPv4 a packet begins with its IP header, which a raw socket sends and delivers; over IPv6, where the kernel
/// keeps the header to itself, it is the message alone, and version 2 has no authentication data (`vrrp.md` 1.2).
/// Authentication adds a header before the message ([AhWire]) or a trailer behind it ([HmacWire]).
public final class AdvertWire {
    static final int PROTOCOL = 112; // IPPROTO_VRRP
    static final int TTL = 255;
    static final int IP_HEADER = 20;
    static final int IP_TOS = 1;
    private static final int IP_LENGTH = 2;
    static final int IP_ID = 4;
    static final int IP_FLAGS = 6;
    static final int IP_TTL = 8;
    private static final int IP_PROTOCOL = 9;
    static final int IP_CHECKSUM = 10;
    private static final int IP_SOURCE = 12;
    private static final int IP_DESTINATION = 16;
    static final int VRID = 1;
    static final int PRIORITY = 2;
    static final int CHECKSUM = 6;
    static final int ADDRESSES = 8;
    private static final int TYPE_ADVERTISEMENT = 1;
    private static final int TOS = 0xc0; // internetwork control
    private static final int AUTH_DATA = 8;
    /// The shortest payload of an Ethernet frame; shorter packets arrive padded.
    private static final int ETHERNET_MIN_PAYLOAD = 46;

    private AdvertWire() {}

    /// The length of the whole packet.
    public static int length(VrrpSpec spec) {
        return messageToSend(spec) + messageLength(spec.family(), spec.version().number(), spec.addresses().size())
                + trailerToSend(spec);
    }

    /// By how much authentication makes a packet of ours longer.
    public static int added(Authentication authentication) {
        if (authentication instanceof Authentication.Ah) {
            return AhWire.LENGTH;
        }
        return authentication instanceof Authentication.Hmac hmac && hmac.signs() ? HmacWire.LENGTH : 0;
    }

    /// Where the message begins in a packet of ours.
    static int messageToSend(VrrpSpec spec) {
        int ip = spec.family() == Family.IPV4 ? IP_HEADER : 0;
        return spec.authentication() instanceof Authentication.Ah ? ip + added(spec.authentication()) : ip;
    }

    /// The length of what follows the message in a packet of ours.
    static int trailerToSend(VrrpSpec spec) {
        return spec.authentication() instanceof Authentication.Ah ? 0 : added(spec.authentication());
    }

    /// The IP protocol of an instance's packets.
    public static int protocol(VrrpSpec spec) {
        return spec.authentication() instanceof Authentication.Ah ? AhWire.PROTOCOL : PROTOCOL;
    }

    /// Writes a whole packet at the buffer's position, with identification 0, priority 0 and no signature yet;
    /// [OutgoingAdvert] fills in those.
    static void encode(VrrpSpec spec, IpAddress source, IpAddress destination, ByteBuffer out) {
        if (spec.family() == Family.IPV4) {
            putHeader(spec, source, destination, out);
        }
        if (spec.authentication() instanceof Authentication.Ah) {
            AhWire.put(source, out);
        }
        out.put((byte) (spec.version().number() << 4 | TYPE_ADVERTISEMENT)).put((byte) spec.virtualRouterId());
        out.put((byte) 0).put((byte) spec.addresses().size());
        putInterval(spec, out);
        out.putShort((short) 0);
        for (VirtualAddress address : spec.addresses()) {
            address.address().put(out);
        }
        if (hasAuthData(spec.family(), spec.version().number())) {
            out.putLong(authData(spec.authentication()));
        }
        if (spec.authentication() instanceof Authentication.Hmac hmac && hmac.signs()) {
            HmacWire.put(hmac.activeKey(), out);
        }
    }

    private static void putHeader(VrrpSpec spec, IpAddress source, IpAddress destination, ByteBuffer out) {
        OptionalInt ttl = spec.delivery() instanceof Delivery.Unicast unicast ? unicast.ttl() : OptionalInt.empty();
        out.put((byte) 0x45).put((byte) TOS).putShort((short) length(spec)).putShort((short) 0).putShort((short) 0);
        out.put((byte) ttl.orElse(TTL)).put((byte) protocol(spec)).putShort((short) 0);
        source.put(out);
        destination.put(out);
    }

    private static void putInterval(VrrpSpec spec, ByteBuffer out) {
        if (spec.version() == VrrpVersion.V2) {
            out.put((byte) spec.authentication().type()).put((byte) spec.advertInterval().toSeconds());
        } else {
            out.putShort((short) (spec.advertInterval().toMillis() / 10));
        }
    }

    /// What the checksum of an advertisement of ours covers (`vrrp.md` 1.6): the message, and over IPv6, where the
    /// kernel sums all it is given, the trailer too.
    ///
    /// @param destination what the pseudo header has as its destination
    /// @param packet      from position to limit
    static int sumToSend(VrrpSpec spec, IpAddress source, IpAddress destination, ByteBuffer packet) {
        int message = packet.position() + messageToSend(spec);
        int end = packet.limit() - (spec.family() == Family.IPV4 ? trailerToSend(spec) : 0);
        int sum = Checksum.sum(packet, message, end);
        boolean pseudoHeader = spec.family() == Family.IPV6
                || (spec.version() == VrrpVersion.V3 && !spec.options().checksumAsV2());
        return pseudoHeader ? sum + Checksum.pseudoHeader(source, destination, PROTOCOL, end - message) : sum;
    }

    static long authData(Authentication authentication) {
        return authentication instanceof Authentication.Password password
                ? ByteBuffer.wrap(password.field()).getLong() : 0;
    }

    /// Reads an IPv4 packet between position and limit; leaves both as they are.
    ///
    /// @return empty if the lengths contradict each other
    public static Optional<AdvertPacket> decode(ByteBuffer packet) {
        return holdsMessage(packet, Family.IPV4)
                ? decode(header(packet), packet, messageAt(packet)) : Optional.empty();
    }

    /// Reads a message that came over IPv6, between position and limit; leaves both as they are.
    ///
    /// @return empty if the lengths contradict each other
    public static Optional<AdvertPacket> decode(IpHeader ip, ByteBuffer message) {
        return holdsMessage(message, Family.IPV6) ? decode(ip, message, message.position()) : Optional.empty();
    }

    private static Optional<AdvertPacket> decode(IpHeader ip, ByteBuffer packet, int message) {
        Family family = ip.source().family();
        int version = packet.get(message) >> 4 & 0xf;
        int n = packet.get(message + 3) & 0xff;
        int end = message + messageLength(family, version, n);
        boolean signed = end + HmacWire.LENGTH == packet.limit();
        boolean fits = signed || end == packet.limit()
                || (family == Family.IPV4 && isPadding(end - packet.position(), packet.remaining()));
        if (!fits) {
            return Optional.empty();
        }
        int summed = signed && family == Family.IPV6 ? packet.limit() : end;
        int units = version == 2 ? packet.get(message + 5) & 0xff : packet.getShort(message + 4) & 0xfff;
        return Optional.of(new AdvertPacket(ip, version, packet.get(message) & 0xf,
                packet.get(message + VRID) & 0xff, packet.get(message + PRIORITY) & 0xff,
                version == 2 ? packet.get(message + 4) & 0xff : 0,
                version == 2 ? Duration.ofSeconds(units) : Duration.ofMillis(units * 10L),
                addresses(packet, message + ADDRESSES, n, family),
                hasAuthData(family, version) ? packet.getLong(message + ADDRESSES + family.bytes() * n) : 0,
                checksum(ip, packet, message, summed), signed));
    }

    /// Whether the fixed part of a message is there, so that at least its VRID can be read.
    public static boolean holdsMessage(ByteBuffer packet, Family family) {
        if (family == Family.IPV6) {
            return packet.remaining() >= ADDRESSES;
        }
        return holdsHeader(packet) && packet.get(packet.position()) >> 4 == 4
                && ipHeaderLength(packet) >= IP_HEADER && packet.limit() >= messageAt(packet) + ADDRESSES;
    }

    /// Whether the fixed part of an IPv4 header is there.
    static boolean holdsHeader(ByteBuffer packet) {
        return packet.remaining() >= IP_HEADER;
    }

    /// The protocol of an IPv4 packet.
    static int protocol(ByteBuffer packet) {
        return packet.get(packet.position() + IP_PROTOCOL) & 0xff;
    }

    /// Only of a packet that [#holdsMessage].
    public static int vrid(ByteBuffer packet, Family family) {
        int message = family == Family.IPV4 ? messageAt(packet) : packet.position();
        return packet.get(message + VRID) & 0xff;
    }

    private static int messageLength(Family family, int version, int addresses) {
        return ADDRESSES + family.bytes() * addresses + (hasAuthData(family, version) ? AUTH_DATA : 0);
    }

    private static boolean hasAuthData(Family family, int version) {
        return version == 2 && family == Family.IPV4;
    }

    static int ipHeaderLength(ByteBuffer packet) {
        return (packet.get(packet.position()) & 0xf) * 4;
    }

    /// Where the message begins in an IPv4 packet.
    private static int messageAt(ByteBuffer packet) {
        return packet.position() + ipHeaderLength(packet) + (protocol(packet) == AhWire.PROTOCOL ? AhWire.LENGTH : 0);
    }

    /// Padding to the shortest Ethernet frame is forgiven, in keepalived's form of the rule: what is missing to 46
    /// bytes leaves a remainder of 2, as all lengths of ours are multiples of 4.
    static boolean isPadding(int expected, int received) {
        return expected < ETHERNET_MIN_PAYLOAD && received > expected && (received - expected) % 4 == 2;
    }

    private static IpHeader header(ByteBuffer packet) {
        int start = packet.position();
        return new IpHeader(IpAddress.v4(packet.getInt(start + IP_SOURCE)),
                IpAddress.v4(packet.getInt(start + IP_DESTINATION)), packet.get(start + IP_PROTOCOL) & 0xff,
                packet.get(start + IP_TTL) & 0xff, packet.getShort(start + IP_ID) & 0xffff,
                packet.getShort(start + IP_LENGTH) & 0xffff);
    }

    private static List<IpAddress> addresses(ByteBuffer packet, int at, int n, Family family) {
        List<IpAddress> addresses = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            int next = at + family.bytes() * i;
            addresses.add(family == Family.IPV4 ? IpAddress.v4(packet.getInt(next))
                    : new IpAddress(family, packet.getLong(next), packet.getLong(next + 8)));
        }
        return addresses;
    }

    private static ChecksumForm checksum(IpHeader ip, ByteBuffer packet, int message, int end) {
        int sum = Checksum.sum(packet, message, end);
        if (ip.source().isV4() && Checksum.of(sum) == 0) {
            return ChecksumForm.MESSAGE;
        }
        int pseudoHeader = Checksum.pseudoHeader(ip.source(), ip.destination(), PROTOCOL, end - message);
        return Checksum.of(sum + pseudoHeader) == 0 ? ChecksumForm.PSEUDO_HEADER : ChecksumForm.WRONG;
    }

    /// Whether the checksum of a packet that decodes would be right, had it been sent to this address instead.
    static boolean hasChecksumFor(IpAddress destination, AdvertPacket decoded, ByteBuffer packet) {
        IpAddress source = decoded.ip().source();
        int message = messageAt(packet);
        int length = messageLength(source.family(), decoded.version(), decoded.addresses().size());
        return Checksum.of(Checksum.sum(packet, message, message + length)
                + Checksum.pseudoHeader(source, destination, PROTOCOL, length)) == 0;
    }
}
