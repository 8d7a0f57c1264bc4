package io.holdfast.base;

import java.nio.ByteBuffer;
import java.util.Optional;

/// An IPv4 or IPv6 address without scope. Never resolves a name and never allocates more than itself.
///
/// Ordered by family, then as the unsigned big-endian number that VRRP's tie-break compares
/// (RFC 9568 section 6.4.3).
///
/// @param family the address family
/// @param high   the upper 64 bits of an IPv6 address; 0 for IPv4
/// @param low    the lower 64 bits of an IPv6 address; the 32 bits of an IPv4 address, zero-extended
public record IpAddress(Family family, long high, long low) implements Comparable<IpAddress> {

    public static IpAddress v4(int bits) {
        return new IpAddress(Family.IPV4, 0, bits & 0xffff_ffffL);
    }

    /// @throws IllegalArgumentException unless there are 4 or 16 bytes
    public static IpAddress of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return switch (bytes.length) {
            case 4 -> v4(buffer.getInt());
            case 16 -> new IpAddress(Family.IPV6, buffer.getLong(), buffer.getLong());
            default -> throw new IllegalArgumentException(bytes.length + " bytes are not an address");
        };
    }

    /// Reads `10.0.0.1` (all four numbers, decimal) or any RFC 4291 form of an IPv6 address, without scope.
    public static Optional<IpAddress> parse(String text) {
        return text.indexOf(':') >= 0 ? Ipv6Text.parse(text) : parseV4(text);
    }

    /// The address a literal in the source means.
    ///
    /// @throws IllegalArgumentException if it is not an address
    public static IpAddress literal(String text) {
        // No lambda: constants are made at start, where linking the first one would cost milliseconds.
        Optional<IpAddress> address = parse(text);
        if (address.isEmpty()) {
            throw new IllegalArgumentException("\"" + text + "\" is not an address");
        }
        return address.get();
    }

    static Optional<IpAddress> parseV4(String text) {
        int bits = 0;
        int numbers = 0;
        int value = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '.';
            if (c >= '0' && c <= '9') {
                value = (value < 0 ? 0 : value * 10) + (c - '0');
                if (value > 255) {
                    return Optional.empty();
                }
            } else if (c == '.' && value >= 0 && numbers < 4) {
                bits = bits << 8 | value;
                numbers++;
                value = -1;
            } else {
                return Optional.empty();
            }
        }
        return numbers == 4 ? Optional.of(v4(bits)) : Optional.empty();
    }

    public boolean isV4() {
        return family == Family.IPV4;
    }

    public boolean isMulticast() {
        return isV4() ? (low >>> 28) == 0xe : (high >>> 56) == 0xff;
    }

    /// fe80::/10; never true for IPv4.
    public boolean isLinkLocal() {
        return !isV4() && (high >>> 54) == 0x3fa;
    }

    /// The 32 bits of an IPv4 address.
    public int v4Bits() {
        return (int) low;
    }

    /// Writes the address, big-endian, at the buffer's position.
    public void put(ByteBuffer buffer) {
        if (isV4()) {
            buffer.putInt((int) low);
        } else {
            buffer.putLong(high).putLong(low);
        }
    }

    public byte[] bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(family.bytes());
        put(buffer);
        return buffer.array();
    }

    @Override
    public int compareTo(IpAddress other) {
        if (family != other.family) {
            return family.compareTo(other.family);
        }
        int upper = Long.compareUnsigned(high, other.high);
        return upper != 0 ? upper : Long.compareUnsigned(low, other.low);
    }

    /// Dotted quad, or the form RFC 5952 recommends.
    @Override
    public String toString() {
        if (!isV4()) {
            return Ipv6Text.format(high, low);
        }
        return (low >>> 24) + "." + (low >>> 16 & 0xff) + "." + (low >>> 8 & 0xff) + "." + (low & 0xff);
    }
}
