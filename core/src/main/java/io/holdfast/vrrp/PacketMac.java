package io.holdfast.vrrp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.ShortBufferException;

/// Computes the truncated keyed hash of a text put together for it. Keeps its buffers, so that an advertisement costs
/// next to no memory. Not for sharing between threads.
final class PacketMac {
    private static final int USUAL_TEXT = 128;

    private final Mac mac;
    private final byte[] full;
    private ByteBuffer text = ByteBuffer.allocate(USUAL_TEXT);

    PacketMac(MacKey key) {
        mac = key.mac();
        full = new byte[mac.getMacLength()];
    }

    /// Where the caller puts the text, all zeros before.
    ByteBuffer text(int length) {
        if (text.capacity() < length) {
            text = ByteBuffer.allocate(length);
        }
        text.clear().limit(length);
        Arrays.fill(text.array(), 0, length, (byte) 0);
        return text;
    }

    /// Writes the leading bytes of the hash of the text.
    ///
    /// @param at     where in the packet, an absolute index
    /// @param length how many bytes
    void put(ByteBuffer packet, int at, int length) {
        compute();
        packet.put(at, full, 0, length);
    }

    /// Whether the packet has these bytes; takes the same time wherever they differ.
    boolean isAt(ByteBuffer packet, int at, int length) {
        compute();
        int difference = 0;
        for (int i = 0; i < length; i++) {
            difference |= full[i] ^ packet.get(at + i);
        }
        return difference == 0;
    }

    private void compute() {
        mac.update(text.array(), 0, text.limit());
        try {
            mac.doFinal(full, 0);
        } catch (ShortBufferException e) {
            throw new IllegalStateException("a hash is as long as it says", e);
        }
    }
}
