package io.holdfast.lab.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Ethernet frames into packets, as far as the lab looks at them.
final class Frames {
    private static final int ETH_HLEN = 14; // linux/if_ether.h
    private static final int ETH_P_IP = 0x0800;
    private static final int ETH_P_ARP = 0x0806;
    private static final int ETH_P_IPV6 = 0x86dd;
    private static final int IPPROTO_ICMPV6 = 58;
    private static final int NEIGHBOUR_ADVERTISEMENT = 136; // RFC 4861 section 4.4
    private static final int IPPROTO_VRRP = 112;
    private static final int ADVERTISEMENT = 1; // RFC 9568 section 5.2.2

    private Frames() {}

    static Optional<Packet> read(Instant at, ByteBuffer frame) {
        if (frame.limit() < ETH_HLEN) {
            return Optional.empty();
        }
        return switch (frame.getShort(12) & 0xffff) {
            case ETH_P_IP -> advert(at, frame);
            case ETH_P_ARP -> arp(at, frame);
            case ETH_P_IPV6 -> neighbour(at, frame);
            default -> Optional.empty();
        };
    }

    private static Optional<Packet> advert(Instant at, ByteBuffer frame) {
        int ip = ETH_HLEN;
        if (frame.limit() < ip + 20 || (frame.get(ip + 9) & 0xff) != IPPROTO_VRRP) {
            return Optional.empty();
        }
        int vrrp = ip + (frame.get(ip) & 0x0f) * 4;
        int end = Math.min(frame.limit(), ip + (frame.getShort(ip + 2) & 0xffff));
        if (end < vrrp + 8 || (frame.get(vrrp) & 0x0f) != ADVERTISEMENT) {
            return Optional.empty();
        }
        int version = frame.get(vrrp) >>> 4 & 0x0f;
        int count = frame.get(vrrp + 3) & 0xff;
        int trailer = vrrp + 8 + 4 * count;
        if (end < trailer) {
            return Optional.empty();
        }
        // RFC 3768 section 5.3: a byte each for authentication type and seconds; RFC 9568: 12 bits of centiseconds.
        int timing = frame.getShort(vrrp + 4) & 0xffff;
        int interval = version == 2 ? timing & 0xff : timing & 0x0fff;
        int authType = version == 2 ? timing >>> 8 : 0;
        return Optional.of(new Packet.Advert(at, dotted(frame, ip + 12), version, frame.get(vrrp + 1) & 0xff,
                frame.get(vrrp + 2) & 0xff, interval, authType, addresses(frame, vrrp + 8, count),
                version == 2 ? password(bytes(frame, trailer, end - trailer)) : ""));
    }

    /// Eight bytes, filled up with zeros.
    private static String password(byte[] data) {
        return new String(data, StandardCharsets.ISO_8859_1).replace("\0", "");
    }

    private static Optional<Packet> arp(Instant at, ByteBuffer frame) {
        int arp = ETH_HLEN;
        if (frame.limit() < arp + 28) {
            return Optional.empty();
        }
        return Optional.of(new Packet.Arp(at, mac(frame, 6), frame.getShort(arp + 6), mac(frame, arp + 8),
                dotted(frame, arp + 14), dotted(frame, arp + 24)));
    }

    private static Optional<Packet> neighbour(Instant at, ByteBuffer frame) {
        int icmp = ETH_HLEN + 40;
        if (frame.limit() < icmp + 24 || (frame.get(ETH_HLEN + 6) & 0xff) != IPPROTO_ICMPV6
                || (frame.get(icmp) & 0xff) != NEIGHBOUR_ADVERTISEMENT) {
            return Optional.empty();
        }
        return Optional.of(new Packet.NeighbourAdvert(at, mac(frame, 6), colons(frame, ETH_HLEN + 8),
                frame.get(icmp + 4) & 0xff, colons(frame, icmp + 8)));
    }

    /// RFC 5952: lower case, and the longest run of zeros left out, the first of several.
    private static String colons(ByteBuffer frame, int at) {
        String[] groups = new String[8];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = Integer.toHexString(frame.getShort(at + 2 * i) & 0xffff);
        }
        String all = ":" + String.join(":", groups) + ":";
        for (int zeros = groups.length; zeros > 1; zeros--) {
            String run = ":" + "0:".repeat(zeros);
            int start = all.indexOf(run);
            if (start >= 0) {
                String before = all.substring(0, start);
                String after = all.substring(start + run.length());
                return (before.isEmpty() ? "" : before.substring(1)) + "::"
                        + (after.isEmpty() ? "" : after.substring(0, after.length() - 1));
            }
        }
        return all.substring(1, all.length() - 1);
    }

    private static List<String> addresses(ByteBuffer frame, int start, int count) {
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            addresses.add(dotted(frame, start + 4 * i));
        }
        return List.copyOf(addresses);
    }

    private static String dotted(ByteBuffer frame, int at) {
        return (frame.get(at) & 0xff) + "." + (frame.get(at + 1) & 0xff) + "." + (frame.get(at + 2) & 0xff) + "."
                + (frame.get(at + 3) & 0xff);
    }

    private static String mac(ByteBuffer frame, int at) {
        return HexFormat.ofDelimiter(":").formatHex(bytes(frame, at, 6));
    }

    private static byte[] bytes(ByteBuffer frame, int at, int length) {
        byte[] bytes = new byte[length];
        frame.get(at, bytes);
        return bytes;
    }
}
