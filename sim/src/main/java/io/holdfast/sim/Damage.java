package io.holdfast.sim;

import io.holdfast.base.Family;
import java.util.Arrays;
import java.util.SplittableRandom;

/// What can become of a packet on its way that its checksum or its length is sure to show: one bit that changed, or an
/// end that is missing.
///
/// Only the VRRP message is touched, as a kernel drops what has a wrong IPv4 header before anybody sees it. Two changed
/// bits may cancel out in a sum of 16-bit words (RFC 1071); no receiver can tell that, so it is not asked to.
final class Damage {
    private static final int IPV4_HEADER = 20;

    private Damage() {}

    static Packet done(Packet packet, SplittableRandom chance) {
        int header = packet.source().family() == Family.IPV4 ? IPV4_HEADER : 0;
        int message = packet.bytes().length - header;
        if (chance.nextInt(4) == 0) {
            return packet.damagedTo(Arrays.copyOf(packet.bytes(), header + chance.nextInt(message)));
        }
        byte[] changed = packet.bytes().clone();
        int bit = chance.nextInt(8 * message);
        changed[header + bit / 8] ^= (byte) (1 << bit % 8);
        return packet.damagedTo(changed);
    }
}
