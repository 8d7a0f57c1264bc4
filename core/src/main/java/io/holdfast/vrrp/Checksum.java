package io.holdfast.vrrp;

import io.holdfast.base.IpAddress;
import java.nio.ByteBuffer;

/// The Internet checksum (RFC 1071), in two steps so that a sum can be kept and added to.
final class Checksum {
    private Checksum() {}

    /// Adds up 16-bit words; `end - start` is even, and small enough for the sum not to overflow.
    static int sum(ByteBuffer bytes, int start, int end) {
        int sum = 0;
        for (int i = start; i < end; i += 2) {
            sum += bytes.getShort(i) & 0xffff;
        }
        return sum;
    }

    /// The pseudo header of RFC 768 or RFC 8200 section 8.1, which differ in their layout but not in their sum.
    static int pseudoHeader(IpAddress source, IpAddress destination, int protocol, int length) {
        return sum(source) + sum(destination) + protocol + length;
    }

    private static int sum(IpAddress address) {
        return sum(address.high()) + sum(address.low());
    }

    private static int sum(long words) {
        return (int) ((words >>> 48) + (words >>> 32 & 0xffff) + (words >>> 16 & 0xffff) + (words & 0xffff));
    }

    /// The checksum for a sum; of data that includes its checksum, 0 if that is right.
    static int of(int sum) {
        int folded = (sum & 0xffff) + (sum >>> 16);
        folded = (folded & 0xffff) + (folded >>> 16);
        return ~folded & 0xffff;
    }
}
