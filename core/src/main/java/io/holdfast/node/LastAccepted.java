package io.holdfast.node;

import io.holdfast.vrrp.VrrpEvent.AdvertReceived;
import java.nio.ByteBuffer;
import java.util.Optional;

/// The last accepted advertisement of an instance, as bytes: a living master sends the same again and again, and what
/// was found good once needs no second look.
final class LastAccepted {
    private static final int IDENTIFICATION = 4;
    private static final int FLAGS = 6;
    private static final int HEADER_CHECKSUM = 10;
    private static final int SOURCE = 12;

    private byte[] bytes = {};
    private int length = -1;
    private Optional<AdvertReceived> event = Optional.empty();

    void remember(ByteBuffer packet, AdvertReceived accepted) {
        length = packet.remaining();
        if (bytes.length < length) {
            bytes = new byte[length];
        }
        packet.get(packet.position(), bytes, 0, length);
        event = Optional.of(accepted);
    }

    void forget() {
        length = -1;
        event = Optional.empty();
    }

    /// The event this packet amounts to, if it repeats the remembered one in all but identification and header
    /// checksum.
    Optional<AdvertReceived> repeatedBy(ByteBuffer packet) {
        boolean same = packet.remaining() == length && same(packet, 0, IDENTIFICATION)
                && same(packet, FLAGS, HEADER_CHECKSUM) && same(packet, SOURCE, length);
        return same ? event : Optional.empty();
    }


    private boolean same(ByteBuffer packet, int from, int to) {
        int start = packet.position();
        for (int i = from; i < to; i++) {
            if (packet.get(start + i) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
