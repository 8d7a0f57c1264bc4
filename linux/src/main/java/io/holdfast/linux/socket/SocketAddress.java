package io.holdfast.linux.socket;

import io.holdfast.base.IpAddress;
import io.holdfast.linux.sys.NativeMemory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// The socket address structures. Network byte order is spelled out because the buffers have the machine's.
final class SocketAddress {
    static final int SOCKADDR_IN_SIZE = 16; // linux/in.h: family, port, address, eight zeros
    static final int SOCKADDR_LL_SIZE = 20; // linux/if_packet.h: family, protocol, ifindex, hatype, pkttype, halen, ...
    static final int LL_PROTOCOL = 2;
    static final int LL_IFINDEX = 4;
    static final int LL_PKTTYPE = 10;
    static final int LL_HALEN = 11;
    static final int LL_ADDRESS = 12;

    private static final int IN_ADDRESS = 4;
    private static final int UNIX_PATH_LIMIT = 108; // linux/un.h

    private SocketAddress() {}

    static void putIn(ByteBuffer at, IpAddress address) {
        at.putShort(0, (short) SocketConstants.AF_INET).putShort(2, (short) 0)
                .putInt(IN_ADDRESS, big(address.v4Bits()));
    }

    static IpAddress in(ByteBuffer at) {
        return IpAddress.v4(big(at.getInt(IN_ADDRESS)));
    }

    static NativeMemory in(IpAddress address) {
        NativeMemory memory = NativeMemory.temporary(SOCKADDR_IN_SIZE);
        putIn(memory.bytes(), address);
        return memory;
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

    static short big(short value) {
        return ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? value : Short.reverseBytes(value);
    }
}
