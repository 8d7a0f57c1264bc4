package io.holdfast.linux.netlink;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import io.holdfast.base.MacAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// A cursor over attributes. The values throw [IllegalStateException] where the attribute is too short for them, which
/// a kernel never sends.
public final class NetlinkAttribute {
    private ByteBuffer buffer = ByteBuffer.allocate(0);
    private int start;
    private int next;
    private int end;

    /// Before nothing, until a reader sets it.
    public NetlinkAttribute() {}

    void over(ByteBuffer source, int from, int to) {
        buffer = source;
        start = from;
        next = from;
        end = to;
    }

    /// Moves to the next whole attribute.
    public boolean next() {
        if (end - next < Netlink.NLA_HDRLEN) {
            return false;
        }
        int length = Short.toUnsignedInt(buffer.getShort(next));
        if (length < Netlink.NLA_HDRLEN || length > end - next) {
            next = end;
            return false;
        }
        start = next;
        next = Math.min(end, start + Netlink.align(length));
        return true;
    }

    /// Without the bits that say nested or network byte order.
    public int type() {
        return buffer.getShort(start + Short.BYTES) & Netlink.NLA_TYPE_MASK;
    }

    /// The length of the value.
    public int length() {
        return Short.toUnsignedInt(buffer.getShort(start)) - Netlink.NLA_HDRLEN;
    }

    public int u8() {
        return Byte.toUnsignedInt(buffer.get(value(Byte.BYTES)));
    }

    public int u16() {
        return Short.toUnsignedInt(buffer.getShort(value(Short.BYTES)));
    }

    public int u32() {
        return u32(0);
    }

    /// A word of a structure.
    public int u32(int offset) {
        return buffer.getInt(value(offset + Integer.BYTES) + offset);
    }

    public long u64() {
        return buffer.getLong(value(Long.BYTES));
    }

    public IpAddress address(Family family) {
        int at = value(family.bytes());
        return family == Family.IPV4
                ? IpAddress.v4((int) big(at, Integer.BYTES))
                : new IpAddress(family, big(at, Long.BYTES), big(at + Long.BYTES, Long.BYTES));
    }

    public MacAddress mac() {
        return new MacAddress(big(value(6), 6));
    }

    /// Up to its first zero byte.
    public String string() {
        byte[] bytes = bytes();
        int length = 0;
        while (length < bytes.length && bytes[length] != 0) {
            length++;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    public byte[] bytes() {
        byte[] bytes = new byte[length()];
        buffer.get(value(0), bytes);
        return bytes;
    }

    /// Sets another cursor before the first attribute inside this one.
    public void nested(NetlinkAttribute cursor) {
        cursor.over(buffer, value(0), start + Netlink.NLA_HDRLEN + length());
    }

    private long big(int at, int bytes) {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value = (value << Byte.SIZE) | Byte.toUnsignedLong(buffer.get(at + i));
        }
        return value;
    }

    private int value(int bytes) {
        if (length() < bytes) {
            throw new IllegalStateException(
                    "attribute " + type() + " has " + length() + " bytes, not " + bytes);
        }
        return start + Netlink.NLA_HDRLEN;
    }
}
