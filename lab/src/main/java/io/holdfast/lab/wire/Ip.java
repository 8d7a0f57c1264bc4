package io.holdfast.lab.wire;

import io.holdfast.lab.wire.Packet.Envelope;
import java.nio.ByteBuffer;
import java.util.Optional;

/// An IP packet in an Ethernet frame: its headers, and where in the frame the message behind them is.
///
/// @param from where the message begins
/// @param end  where it ends; Ethernet padding follows
record Ip(Envelope envelope, int protocol, int from, int end) {
    static final int ETH_HLEN = 14; // linux/if_ether.h
    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int SOURCE_V4 = ETH_HLEN + 12;
    private static final int SOURCE_V6 = ETH_HLEN + 8;
    private static final int BYTES_V4 = 4;
    private static final int BYTES_V6 = 16;

    boolean isV6() {
        return envelope.source().indexOf(':') >= 0;
    }

    /// Bytes of an address.
    int addressBytes() {
        return isV6() ? BYTES_V6 : BYTES_V4;
    }

    /// The same without a header in front of the message.
    Ip behind(int header) {
        return new Ip(envelope, protocol, from + header, end);
    }

    static Optional<Ip> v4(ByteBuffer frame) {
        if (frame.limit() < ETH_HLEN + IPV4_HEADER) {
            return Optional.empty();
        }
        int header = (frame.get(ETH_HLEN) & 0x0f) * 4;
        int total = frame.getShort(ETH_HLEN + 2) & 0xffff;
        int from = ETH_HLEN + header;
        int end = Math.min(frame.limit(), ETH_HLEN + total);
        if (header < IPV4_HEADER || end < from) {
            return Optional.empty();
        }
        boolean sound = frame.get(ETH_HLEN) == 0x45 && frame.getShort(ETH_HLEN + 6) == 0
                && end == ETH_HLEN + total && sum(frame, ETH_HLEN, from) == 0xffff;
        return Optional.of(new Ip(new Envelope(Text.mac(frame, 6), Text.mac(frame, 0),
                Text.address(frame, SOURCE_V4, BYTES_V4), Text.address(frame, SOURCE_V4 + BYTES_V4, BYTES_V4),
                frame.get(ETH_HLEN + 1) & 0xff, frame.get(ETH_HLEN + 8) & 0xff, sound),
                frame.get(ETH_HLEN + 9) & 0xff, from, end));
    }

    /// Without extension headers: neither VRRP nor neighbour discovery has any.
    static Optional<Ip> v6(ByteBuffer frame) {
        int from = ETH_HLEN + IPV6_HEADER;
        if (frame.limit() < from) {
            return Optional.empty();
        }
        int payload = frame.getShort(ETH_HLEN + 4) & 0xffff;
        int end = Math.min(frame.limit(), from + payload);
        boolean sound = (frame.get(ETH_HLEN) & 0xf0) == 0x60 && end == from + payload;
        return Optional.of(new Ip(new Envelope(Text.mac(frame, 6), Text.mac(frame, 0),
                Text.address(frame, SOURCE_V6, BYTES_V6), Text.address(frame, SOURCE_V6 + BYTES_V6, BYTES_V6),
                frame.getShort(ETH_HLEN) >> 4 & 0xff, frame.get(ETH_HLEN + 7) & 0xff, sound),
                frame.get(ETH_HLEN + 6) & 0xff, from, end));
    }

    /// Whether the checksum in the message covers the message, and with it the pseudo header if that is wanted (RFC
    /// 9568 section 5.2.8, RFC 8200 section 8.1).
    boolean isChecksumRight(ByteBuffer frame, boolean pseudoHeader) {
        int total = sum(frame, from, end);
        if (pseudoHeader) {
            int source = isV6() ? SOURCE_V6 : SOURCE_V4;
            total += sum(frame, source, source + 2 * addressBytes()) + protocol + end - from;
        }
        return fold(total) == 0xffff;
    }

    /// The one's complement sum of RFC 1071; all ones over data that holds its own checksum.
    private static int sum(ByteBuffer frame, int from, int end) {
        int sum = 0;
        for (int i = from; i < end; i++) {
            sum += (frame.get(i) & 0xff) << ((i - from) % 2 == 0 ? 8 : 0);
        }
        return fold(sum);
    }

    private static int fold(int sum) {
        int folded = sum;
        while (folded > 0xffff) {
            folded = (folded & 0xffff) + (folded >>> 16);
        }
        return folded;
    }
}
