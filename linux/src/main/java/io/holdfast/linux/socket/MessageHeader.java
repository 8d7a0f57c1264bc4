package io.holdfast.linux.socket;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.NativeMemory;
import java.nio.ByteBuffer;

/// A struct msghdr with one buffer, an address and room for ancillary data, all in one piece of memory:
///
/// ```
/// | msghdr 56 | iovec 16 | address 32 | control ... | data ... |
/// ```
final class MessageHeader implements AutoCloseable {
    // linux/socket.h: offsets in struct msghdr and struct cmsghdr on 64 bit machines
    private static final int MSG_NAME = 0;
    private static final int MSG_NAMELEN = 8;
    private static final int MSG_IOV = 16;
    private static final int MSG_IOVLEN = 24;
    private static final int MSG_CONTROL = 32;
    private static final int MSG_CONTROLLEN = 40;
    private static final int MSG_FLAGS = 48;
    private static final int CMSG_LEVEL = 8;
    private static final int CMSG_TYPE = 12;
    static final int CMSG_HEADER = 16;
    private static final int IN6_PKTINFO_SIZE = 20; // linux/ipv6.h: address, ifindex
    private static final int IN6_PKTINFO_IFINDEX = 16;
    /// Room for the source and hop limit of an IPv6 packet.
    static final int IP_CONTROL_SIZE = space(IN6_PKTINFO_SIZE) + space(Integer.BYTES);

    private static final int IOVEC = 56;
    private static final int ADDRESS = 72;
    private static final int ADDRESS_SIZE = 32;
    private static final int CONTROL = ADDRESS + ADDRESS_SIZE;

    private final NativeMemory memory;
    private final ByteBuffer bytes;
    private final int controlSize;
    private final int dataSize;
    private final ByteBuffer address;
    private final ByteBuffer data;

    MessageHeader(int controlSize, int dataSize) {
        this.controlSize = controlSize;
        this.dataSize = dataSize;
        this.memory = NativeMemory.allocate(CONTROL + controlSize + dataSize);
        this.bytes = memory.bytes();
        this.address = bytes.slice(ADDRESS, ADDRESS_SIZE).order(bytes.order());
        this.data = bytes.slice(CONTROL + controlSize, dataSize);
        bytes.putLong(MSG_IOV, memory.address() + IOVEC).putLong(MSG_IOVLEN, 1);
        bytes.putLong(IOVEC, memory.address() + CONTROL + controlSize);
    }

    /// What was received or is to be sent, in network byte order.
    ByteBuffer data() {
        return data;
    }

    ByteBuffer address() {
        return address;
    }

    /// @return the length, which may exceed the buffer's when `flags` have MSG_TRUNC, or the negated errno
    int receive(Descriptor socket, int flags) {
        bytes.putLong(MSG_NAME, memory.address() + ADDRESS).putInt(MSG_NAMELEN, ADDRESS_SIZE);
        bytes.putLong(IOVEC + Long.BYTES, dataSize);
        bytes.putLong(MSG_CONTROL, memory.address() + CONTROL).putLong(MSG_CONTROLLEN, controlSize);
        long result = Kernel.call(Nr.RECVMSG, socket.fd(), memory.address(), flags);
        if (result < 0) {
            bytes.putLong(MSG_CONTROLLEN, 0).putInt(MSG_FLAGS, 0);
        }
        return (int) result;
    }

    /// Sends to the connected peer.
    ///
    /// @param controlLength bytes of ancillary data written with [#putControl], or 0
    /// @return 0 or the errno
    int send(Descriptor socket, int length, int controlLength, int flags) {
        bytes.putLong(MSG_NAME, 0).putInt(MSG_NAMELEN, 0);
        return sendPrepared(socket, length, controlLength, flags);
    }

    /// As [#send], to the IP address that was put into [#address].
    int sendTo(Descriptor socket, int length, int controlLength, int flags) {
        bytes.putLong(MSG_NAME, memory.address() + ADDRESS);
        bytes.putInt(MSG_NAMELEN, SocketAddress.size(SocketAddress.family(address)));
        return sendPrepared(socket, length, controlLength, flags);
    }

    /// Adds an int to the ancillary data to send.
    ///
    /// @param before the length of what is there already
    /// @return the length with it
    int putControl(int before, int level, int type, int value) {
        int content = putControlHeader(before, level, type, Integer.BYTES);
        bytes.putInt(content, value);
        return before + space(Integer.BYTES);
    }

    /// As [#putControl], for an IPv6 packet's source and the interface it leaves by; either may be unspecified.
    int putPacketInfo(int before, IpAddress source, int ifindex) {
        int content = putControlHeader(
                before, SocketConstants.IPPROTO_IPV6, SocketConstants.IPV6_PKTINFO, IN6_PKTINFO_SIZE);
        SocketAddress.putV6(bytes, content, source);
        bytes.putInt(content + IN6_PKTINFO_IFINDEX, ifindex);
        return before + space(IN6_PKTINFO_SIZE);
    }

    int flags() {
        return bytes.getInt(MSG_FLAGS);
    }

    /// Where the first piece of ancillary data received begins, or -1.
    int firstControl() {
        return checked(CONTROL);
    }

    int nextControl(int at) {
        return checked(at + (int) (bytes.getLong(at) + Long.BYTES - 1 & -Long.BYTES));
    }

    boolean isControl(int at, int level, int type) {
        return bytes.getInt(at + CMSG_LEVEL) == level && bytes.getInt(at + CMSG_TYPE) == type;
    }

    /// How many bytes follow the header of the ancillary data at `at`.
    int controlLength(int at) {
        return (int) bytes.getLong(at) - CMSG_HEADER;
    }

    int controlInt(int at, int offset) {
        return bytes.getInt(at + CMSG_HEADER + offset);
    }

    long controlLong(int at, int offset) {
        return bytes.getLong(at + CMSG_HEADER + offset);
    }

    IpAddress controlAddress(int at, Family family) {
        return SocketAddress.address(bytes, at + CMSG_HEADER, family);
    }

    @Override
    public void close() {
        memory.close();
    }

    private int sendPrepared(Descriptor socket, int length, int controlLength, int flags) {
        bytes.putLong(IOVEC + Long.BYTES, length);
        bytes.putLong(MSG_CONTROL, controlLength == 0 ? 0 : memory.address() + CONTROL);
        bytes.putLong(MSG_CONTROLLEN, controlLength);
        long result = Kernel.call(Nr.SENDMSG, socket.fd(), memory.address(), flags);
        return result < 0 ? (int) -result : 0;
    }

    /// @return where the content of `size` bytes goes
    private int putControlHeader(int before, int level, int type, int size) {
        int at = CONTROL + before;
        bytes.putLong(at, CMSG_HEADER + size).putInt(at + CMSG_LEVEL, level).putInt(at + CMSG_TYPE, type);
        return at + CMSG_HEADER;
    }

    /// CMSG_SPACE: header and content, aligned.
    private static int space(int size) {
        return CMSG_HEADER + (size + Long.BYTES - 1 & -Long.BYTES);
    }

    private int checked(int at) {
        int end = CONTROL + (int) bytes.getLong(MSG_CONTROLLEN);
        if (at + CMSG_HEADER > end) {
            return -1;
        }
        long length = bytes.getLong(at);
        return length >= CMSG_HEADER && at + length <= end ? at : -1;
    }
}
