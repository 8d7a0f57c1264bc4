package io.holdfast.linux.socket;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import io.holdfast.linux.sys.NativeMemory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// The socket address structures. Network byte order is spelled out because the buffers have the machine's.
final class SocketAddress {
    static final int SOCKADDR_IN_SIZE = 16; // linux/in.h: family, port, address, eight zeros
    static final int SOCKADDR_IN6_SIZE = 28; // linux/in6.h: family, port, flow, address, scope
    static final int SOCKADDR_LL_SIZE = 20; // linux/if_packet.h: family, protocol, ifindex, hatype, pkttype, halen, ...
    static final int LL_PROTOCOL = 2;
    static final int LL_IFINDEX = 4;
    static final int LL_PKTTYPE = 10;
    static final int LL_HALEN = 11;
    static final int LL_ADDRESS = 12;

    private static final int IN_ADDRESS = 4;
    private static final int IN6_FLOWINFO = 4;
    private static final int IN6_ADDRESS = 8;
    private static final int IN6_SCOPE = 24;
    private static final int UNIX_PATH_LIMIT = 108; // linux/un.h

    private SocketAddress() {}

    static int domain(Family family) {
        return family == Family.IPV4 ? SocketConstants.AF_INET : SocketConstants.AF_INET6;
    }

    static int size(Family family) {
        return family == Family.IPV4 ? SOCKADDR_IN_SIZE : SOCKADDR_IN6_SIZE;
    }

    /// The family of a structure; IPv4 for one that was never filled in.
    static Family family(ByteBuffer at) {
        return at.getShort(0) == SocketConstants.AF_INET6 ? Family.IPV6 : Family.IPV4;
    }

    /// @param scope the interface that a link-local IPv6 address belongs to, or 0
    static void put(ByteBuffer at, IpAddress address, int scope) {
        at.putShort(0, (short) domain(address.family())).putShort(2, (short) 0);
        if (address.isV4()) {
            at.putInt(IN_ADDRESS, big(address.v4Bits()));
        } else {
            at.putInt(IN6_FLOWINFO, 0).putInt(IN6_SCOPE, scope);
            putV6(at, IN6_ADDRESS, address);
        }
    }

    static IpAddress ip(ByteBuffer at) {
        Family family = family(at);
        return address(at, family == Family.IPV4 ? IN_ADDRESS : IN6_ADDRESS, family);
    }

    static NativeMemory ip(IpAddress address, int scope) {
        NativeMemory memory = NativeMemory.temporary(size(address.family()));
        put(memory.bytes(), address, scope);
        return memory;
    }

    static void putV6(ByteBuffer at, int offset, IpAddress address) {
        at.putLong(offset, big(address.high())).putLong(offset + Long.BYTES, big(address.low()));
    }

    /// The bare address at an offset.
    static IpAddress address(ByteBuffer at, int offset, Family family) {
        return family == Family.IPV4
                ? IpAddress.v4(big(at.getInt(offset)))
                : new IpAddress(family, big(at.getLong(offset)), big(at.getLong(offset + Long.BYTES)));
    }

    /// @throws IllegalArgumentException if the path is longer than a socket's can be
    static NativeMemory unix(String path) {
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        if (bytes.length >= UNIX_PATH_LIMIT) {
            throw new IllegalArgumentException("the path of a socket has at most 107 bytes: " + path);
        }
        NativeMemory memory = NativeMemory.temporary(Short.BYTES + bytes.length + 1);
        memory.bytes().putShort(0, (short) SocketConstants.AF_UNIX).put(Short.BYTES, bytes);
        return memory;
    }

    static NativeMemory link(int protocol, int ifindex) {
        NativeMemory memory = NativeMemory.temporary(SOCKADDR_LL_SIZE);
        putLink(memory.bytes(), protocol, ifindex);
        return memory;
    }

    static void putLink(ByteBuffer at, int protocol, int ifindex) {
        at.putShort(0, (short) SocketConstants.AF_PACKET).putShort(LL_PROTOCOL, big((short) protocol))
                .putInt(LL_IFINDEX, ifindex);
    }

    static int big(int value) {
        return ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? value : Integer.reverseBytes(value);
    }

    static long big(long value) {
        return ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? value : Long.reverseBytes(value);
    }

    static short big(short value) {
        return ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? value : Short.reverseBytes(value);
    }
}
