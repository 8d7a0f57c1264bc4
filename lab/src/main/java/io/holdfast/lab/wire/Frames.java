package io.holdfast.lab.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Ethernet frames into packets, as far as the lab looks at them.
final class Frames {
    private static final int ETH_P_IP = 0x0800; // linux/if_ether.h
    private static final int ETH_P_ARP = 0x0806;
    private static final int ETH_P_IPV6 = 0x86dd;
    private static final int IPPROTO_VRRP = 112;
    private static final int IPPROTO_AH = 51;
    private static final int AH_LENGTH = 24; // with HMAC-MD5-96, RFC 2403
    private static final int IPPROTO_ICMPV6 = 58;
    private static final int NEIGHBOUR_SOLICITATION = 135; // RFC 4861 section 4.3
    private static final int NEIGHBOUR_ADVERTISEMENT = 136;
    private static final int TARGET = 8; // of a neighbour discovery message
    private static final int OPTION = 24;
    private static final int TARGET_LINK_LAYER_ADDRESS = 2;
    private static final int ADVERTISEMENT = 1; // RFC 9568 section 5.2.2
    private static final int AUTH_DATA = 8;

    private Frames() {}

    static Optional<Packet> read(Instant at, ByteBuffer frame) {
        if (frame.limit() < Ip.ETH_HLEN) {
            return Optional.empty();
        }
        return switch (frame.getShort(12) & 0xffff) {
            case ETH_P_IP -> Ip.v4(frame).flatMap(ip -> inIp(at, ip, frame));
            case ETH_P_IPV6 -> Ip.v6(frame).flatMap(ip -> inIp(at, ip, frame));
            case ETH_P_ARP -> arp(at, frame);
            default -> Optional.empty();
        };
    }

    private static Optional<Packet> inIp(Instant at, Ip ip, ByteBuffer frame) {
        return switch (ip.protocol()) {
            case IPPROTO_VRRP -> advert(at, ip, frame);
            case IPPROTO_AH -> advert(at, ip.behind(AH_LENGTH), frame);
            case IPPROTO_ICMPV6 -> neighbour(at, ip, frame);
            default -> Optional.empty();
        };
    }

    private static Optional<Packet> advert(Instant at, Ip ip, ByteBuffer frame) {
        int vrrp = ip.from();
        if (ip.end() < vrrp + 8 || (frame.get(vrrp) & 0x0f) != ADVERTISEMENT) {
            return Optional.empty();
        }
        int version = frame.get(vrrp) >>> 4 & 0x0f;
        int count = frame.get(vrrp + 3) & 0xff;
        int trailer = vrrp + 8 + ip.addressBytes() * count;
        // RFC 3768 section 5.2: eight bytes of authentication data, which only IPv4 has room for.
        boolean hasAuthData = version == 2 && !ip.isV6();
        if (ip.end() < trailer + (hasAuthData ? AUTH_DATA : 0)) {
            return Optional.empty();
        }
        // RFC 3768 section 5.3: a byte each for authentication type and seconds; RFC 9568: 12 bits of centiseconds.
        int timing = frame.getShort(vrrp + 4) & 0xffff;
        int interval = version == 2 ? timing & 0xff : timing & 0x0fff;
        int authType = version == 2 ? timing >>> 8 : 0;
        return Optional.of(new Packet.Advert(at, ip.envelope(), version, frame.get(vrrp + 1) & 0xff,
                frame.get(vrrp + 2) & 0xff, interval, authType, addresses(ip, frame, vrrp + 8, count),
                hasAuthData ? password(Text.bytes(frame, trailer, AUTH_DATA)) : "",
                ip.isChecksumRight(frame, version == 3 || ip.isV6())));
    }

    /// Filled up with zeros.
    private static String password(byte[] data) {
        return new String(data, StandardCharsets.ISO_8859_1).replace("\0", "");
    }

    private static List<String> addresses(Ip ip, ByteBuffer frame, int start, int count) {
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            addresses.add(Text.address(frame, start + ip.addressBytes() * i, ip.addressBytes()));
        }
        return List.copyOf(addresses);
    }

    private static Optional<Packet> neighbour(Instant at, Ip ip, ByteBuffer frame) {
        int message = ip.from();
        if (!ip.isV6() || ip.end() < message + OPTION) {
            return Optional.empty();
        }
        String target = Text.address(frame, message + TARGET, ip.addressBytes());
        return switch (frame.get(message) & 0xff) {
            case NEIGHBOUR_SOLICITATION -> Optional.of(new Packet.NeighbourSolicit(at, ip.envelope(), target));
            case NEIGHBOUR_ADVERTISEMENT -> Optional.of(new Packet.NeighbourAdvert(at, ip.envelope(),
                    frame.get(message + 4) & 0xff, target, linkLayerAddress(frame, message + OPTION, ip.end())));
            default -> Optional.empty();
        };
    }

    private static String linkLayerAddress(ByteBuffer frame, int option, int end) {
        return end >= option + 8 && frame.get(option) == TARGET_LINK_LAYER_ADDRESS ? Text.mac(frame, option + 2) : "";
    }

    private static Optional<Packet> arp(Instant at, ByteBuffer frame) {
        int arp = Ip.ETH_HLEN;
        if (frame.limit() < arp + 28) {
            return Optional.empty();
        }
        return Optional.of(new Packet.Arp(at, Text.mac(frame, 6), frame.getShort(arp + 6), Text.mac(frame, arp + 8),
                Text.address(frame, arp + 14, 4), Text.address(frame, arp + 24, 4)));
    }
}
