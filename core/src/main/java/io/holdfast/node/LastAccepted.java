package io.holdfast.node;

import io.holdfast.base.IpAddress;
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
    private int ttl;
    private Optional<AdvertReceived> event = Optional.empty();

    void remember(NodeEvent.PacketReceived received, AdvertReceived accepted) {
        ByteBuffer packet = received.packet();
        length = packet.remaining();
        if (bytes.length < length) {
            bytes = new byte[length];
        }
        packet.get(packet.position(), bytes, 0, length);
        ttl = received.ttl();
        event = Optional.of(accepted);
    }

    void forget() {
        length = -1;
        event = Optional.empty();
    }

    /// The event this packet amounts to, if it repeats the remembered one in all but identification and header
    /// checksum. Over IPv6 the header is not part of the packet.
    Optional<AdvertReceived> repeatedBy(NodeEvent.PacketReceived received) {
        ByteBuffer packet = received.packet();
        boolean same = packet.remaining() == length && received.ttl() == ttl
                && (received.source().isV4() ? sameV4(packet) : sameV6(packet, received.source()));
        return same ? event : Optional.empty();
    }

    private boolean sameV4(ByteBuffer packet) {
        return same(packet, 0, IDENTIFICATION) && same(packet, FLAGS, HEADER_CHECKSUM) && same(packet, SOURCE, length);
    }

    private boolean sameV6(ByteBuffer packet, IpAddress source) {
        return event.isPresent() && event.get().advert().source().compareTo(source) == 0 && same(packet, 0, length);
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
