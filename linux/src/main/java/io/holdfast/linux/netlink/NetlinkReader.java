package io.holdfast.linux.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Walks through received netlink messages. Only strings are allocated.
///
/// ```
/// reader.over(buffer, length);
/// while (reader.nextMessage()) {
///     ... reader.type(), reader.header32(4) ...
///     for (reader.attributes(8, attribute); attribute.next(); ) {
///         ... attribute.type(), attribute.u32() ...
///     }
/// }
/// ```
/// What is cut short is not delivered: a message or attribute that claims more bytes than there are ends the walk.
public final class NetlinkReader {
    private ByteBuffer buffer = ByteBuffer.allocate(0);
    private int start;
    private int next;
    private int end;

    /// Before nothing, until [#over].
    public NetlinkReader() {}

    /// Starts over, before the first message of a buffer, which stays the caller's.
    public void over(ByteBuffer received, int length) {
        buffer = received.order(ByteOrder.nativeOrder());
        start = 0;
        next = 0;
        end = length;
    }

    /// Whether there may be another message.
    public boolean hasMore() {
        return end - next >= Netlink.NLMSG_HDRLEN;
    }

    /// Moves to the next whole message.
    public boolean nextMessage() {
        if (!hasMore()) {
            return false;
        }
        int length = buffer.getInt(next + Netlink.NLMSG_LEN);
        if (length < Netlink.NLMSG_HDRLEN || length > end - next) {
            next = end;
            return false;
        }
        start = next;
        next = Math.min(end, start + Netlink.align(length));
        return true;
    }

    public int type() {
        return Short.toUnsignedInt(buffer.getShort(start + Netlink.NLMSG_TYPE));
    }

    public int flags() {
        return Short.toUnsignedInt(buffer.getShort(start + Netlink.NLMSG_FLAGS));
    }

    public int sequence() {
        return buffer.getInt(start + Netlink.NLMSG_SEQ);
    }

    /// The length of what follows the netlink header.
    public int payload() {
        return buffer.getInt(start + Netlink.NLMSG_LEN) - Netlink.NLMSG_HDRLEN;
    }

    /// A byte of the family's header, counted from the end of the netlink header.
    ///
    /// @throws IndexOutOfBoundsException beyond the message, here and below; ask [#payload] first
    public int header8(int offset) {
        return Byte.toUnsignedInt(buffer.get(within(offset, Byte.BYTES)));
    }

    public int header16(int offset) {
        return Short.toUnsignedInt(buffer.getShort(within(offset, Short.BYTES)));
    }

    public int header32(int offset) {
        return buffer.getInt(within(offset, Integer.BYTES));
    }

    /// Sets a cursor before the first attribute.
    ///
    /// @param headerLength the length of the family's header
    public void attributes(int headerLength, NetlinkAttribute cursor) {
        int from = Netlink.NLMSG_HDRLEN + Netlink.align(headerLength);
        cursor.over(buffer, start + from, start + Netlink.NLMSG_HDRLEN + payload());
    }

    /// Of an NLMSG_ERROR or NLMSG_DONE: 0, or the errno as a positive number.
    public int error() {
        return payload() < Integer.BYTES ? 0 : -header32(0);
    }

    /// Of an NLMSG_ERROR: what the kernel has to say beyond the errno, or an empty string.
    public String errorText() {
        if ((flags() & Netlink.NLM_F_ACK_TLVS) == 0) {
            return "";
        }
        boolean capped = (flags() & Netlink.NLM_F_CAPPED) != 0;
        int echoed = capped || payload() < Integer.BYTES + Netlink.NLMSG_HDRLEN
                ? Netlink.NLMSG_HDRLEN : header32(Integer.BYTES);
        NetlinkAttribute cursor = new NetlinkAttribute();
        for (attributes(Integer.BYTES + Math.clamp(echoed, 0, payload()), cursor); cursor.next();) {
            if (cursor.type() == Netlink.NLMSGERR_ATTR_MSG) {
                return cursor.string();
            }
        }
        return "";
    }

    private int within(int offset, int bytes) {
        if (offset < 0 || offset > payload() - bytes) {
            throw new IndexOutOfBoundsException("offset " + offset + " in a message of " + payload() + " bytes");
        }
        return start + Netlink.NLMSG_HDRLEN + offset;
    }
}
