package io.holdfast.linux.netlink;

import io.holdfast.base.IpAddress;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Writes netlink requests, one after the other, into a buffer the caller owns. A length is patched in when its part
/// closes and padding is zeroed, so the same request is always the same bytes.
///
/// ```
/// int message = writer.message(RTM_NEWADDR, NLM_F_REQUEST | NLM_F_ACK, sequence);
/// writer.raw8(AF_INET).raw8(24)...       // the family's own header
/// writer.u32(IFA_FLAGS, flags);
/// writer.finish(message);
/// ```
/// No lambdas for what is nested: this runs when a master fails, where a first call site would cost milliseconds.
public final class NetlinkWriter {
    private final ByteBuffer buffer;
    private int end;

    /// @param buffer written from position 0 on, in the machine's byte order
    /// @throws BufferOverflowException when writing more than fits, here and in the methods below
    public NetlinkWriter(ByteBuffer buffer) {
        this.buffer = buffer.order(ByteOrder.nativeOrder());
    }

    /// How many bytes all messages have so far.
    public int length() {
        return end;
    }

    /// Forgets everything written.
    public void clear() {
        end = 0;
    }

    /// Opens a message.
    ///
    /// @return where it starts, for [#finish]
    public int message(int type, int flags, int sequence) {
        int start = end;
        require(Netlink.NLMSG_HDRLEN);
        buffer.putInt(start + Netlink.NLMSG_LEN, 0);
        buffer.putShort(start + Netlink.NLMSG_TYPE, (short) type);
        buffer.putShort(start + Netlink.NLMSG_FLAGS, (short) flags);
        buffer.putInt(start + Netlink.NLMSG_SEQ, sequence);
        buffer.putInt(start + Netlink.NLMSG_PID, 0);
        end += Netlink.NLMSG_HDRLEN;
        return start;
    }

    /// Closes a message.
    public void finish(int start) {
        buffer.putInt(start + Netlink.NLMSG_LEN, end - start);
        pad();
    }

    /// A byte of the family's header, which has no attribute around it.
    public NetlinkWriter raw8(int value) {
        require(Byte.BYTES);
        buffer.put(end++, (byte) value);
        return this;
    }

    public NetlinkWriter raw16(int value) {
        require(Short.BYTES);
        buffer.putShort(end, (short) value);
        end += Short.BYTES;
        return this;
    }

    public NetlinkWriter raw32(int value) {
        require(Integer.BYTES);
        buffer.putInt(end, value);
        end += Integer.BYTES;
        return this;
    }

    public NetlinkWriter u8(int type, int value) {
        int start = begin(type);
        raw8(value);
        return close(start);
    }

    public NetlinkWriter u16(int type, int value) {
        int start = begin(type);
        raw16(value);
        return close(start);
    }

    public NetlinkWriter u32(int type, int value) {
        int start = begin(type);
        raw32(value);
        return close(start);
    }

    /// A port, in network byte order.
    public NetlinkWriter port(int type, int port) {
        int start = begin(type);
        raw8(port >>> Byte.SIZE).raw8(port);
        return close(start);
    }

    public NetlinkWriter address(int type, IpAddress address) {
        int start = begin(type);
        if (!address.isV4()) {
            big32((int) (address.high() >>> Integer.SIZE));
            big32((int) address.high());
            big32((int) (address.low() >>> Integer.SIZE));
        }
        big32((int) address.low());
        return close(start);
    }

    /// A zero-terminated string.
    public NetlinkWriter string(int type, String text) {
        int start = begin(type);
        put(text.getBytes(StandardCharsets.UTF_8));
        raw8(0);
        return close(start);
    }

    public NetlinkWriter bytes(int type, byte[] value) {
        int start = begin(type);
        put(value);
        return close(start);
    }

    /// Opens an attribute and returns where it starts; one that holds attributes itself is opened with [#nest].
    public int begin(int type) {
        int start = end;
        require(Netlink.NLA_HDRLEN);
        buffer.putShort(start, (short) 0);
        buffer.putShort(start + Short.BYTES, (short) type);
        end += Netlink.NLA_HDRLEN;
        return start;
    }

    public int nest(int type) {
        return begin(type | Netlink.NLA_F_NESTED);
    }

    /// @throws IllegalArgumentException if more was written into the attribute than its length can say
    public NetlinkWriter close(int start) {
        if (end - start > 0xffff) {
            throw new IllegalArgumentException("attribute at " + start + " is too long");
        }
        buffer.putShort(start, (short) (end - start));
        pad();
        return this;
    }

    private void put(byte[] value) {
        require(value.length);
        buffer.put(end, value);
        end += value.length;
    }

    private void big32(int value) {
        raw8(value >>> 24).raw8(value >>> 16).raw8(value >>> 8).raw8(value);
    }

    private void pad() {
        while (end % 4 != 0) {
            raw8(0);
        }
    }

    private void require(int bytes) {
        if (buffer.capacity() - end < bytes) {
            throw new BufferOverflowException();
        }
    }
}
