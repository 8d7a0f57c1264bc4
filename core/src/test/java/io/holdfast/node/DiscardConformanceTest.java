package io.holdfast.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.node.NodeEvent.PacketReceived;
import io.holdfast.vrrp.Specs;
import io.holdfast.vrrp.VrrpCounter;
import io.holdfast.vrrp.VrrpCounters;
import io.holdfast.vrrp.VrrpState;
import io.holdfast.vrrp.VrrpStateName;
import io.holdfast.vrrp.VrrpVersion;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Group 4 of `conformance-items.md`: packets with one thing wrong, everything else right, the checksum included. A
/// backup and a master each act as if there had been none, but for one counter. All of them claim priority 255: a
/// master that listened would yield, a backup would restart its timer.
class DiscardConformanceTest {
    private static final int TTL = 8; // of the IPv4 header
    private static final int VERSION_AND_TYPE = 0; // of the message, as what follows
    private static final int VRID = 1;
    private static final int COUNT = 3;
    private static final int AUTH_TYPE = 4;
    private static final int INTERVAL = 5;
    private static final int CHECKSUM = 6;

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void item_4_1_aTtlOtherThan255(Protocol protocol) {
        for (int ttl : List.of(0, 1, 64, 254)) {
            PacketReceived packet = good(protocol, protocol.specs());
            if (protocol.header > 0) {
                packet.packet().put(TTL, (byte) ttl);
            }
            assertDiscarded(protocol, new PacketReceived(packet.linkIndex(), packet.source(), packet.destination(),
                    ttl, packet.packet()), VrrpCounter.TTL_ERRORS);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void item_4_2_anotherVersion(Protocol protocol) {
        VrrpVersion other = protocol == Protocol.V2 ? VrrpVersion.V3 : VrrpVersion.V2;
        assertDiscarded(protocol, good(protocol, protocol.specs().version(other)), VrrpCounter.VERSION_ERRORS);
        Specs third = protocol.specs().version(VrrpVersion.V3);
        for (int version : List.of(0, 1, 4, 15)) {
            assertDiscarded(protocol, changed(protocol, third, VERSION_AND_TYPE, version << 4 | 1),
                    VrrpCounter.VERSION_ERRORS);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void item_4_3_anIncompletePacket(Protocol protocol) {
        int whole = good(protocol, protocol.specs()).packet().remaining();
        for (int length = protocol.header + 8; length < whole; length++) {
            assertDiscarded(protocol, cut(protocol, length), VrrpCounter.LENGTH_ERRORS);
        }
        assertDiscarded(protocol, changed(protocol, protocol.specs(), COUNT, 3), VrrpCounter.LENGTH_ERRORS);
    }

    /// Not even a VRID can be told, so that it is no instance's to count (`vrrp.md` 2.1, D4); it is logged.
    @ParameterizedTest(name = "{0}")
    @EnumSource
    void item_4_3_lessThanAFixedPart(Protocol protocol) {
        for (int length = 0; length < protocol.header + 8; length++) {
            assertUntouched(protocol, cut(protocol, length), Map.of());
            assertThat(protocol.backup(protocol.specs()).logOf(cut(protocol, length))).hasSize(1);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void item_4_4_aWrongChecksum(Protocol protocol) {
        for (int bit = 0; bit < 16; bit++) {
            PacketReceived packet = good(protocol, protocol.specs());
            int at = protocol.header + CHECKSUM;
            packet.packet().putShort(at, (short) (packet.packet().getShort(at) ^ 1 << bit));
            assertDiscarded(protocol, packet, VrrpCounter.CHECKSUM_ERRORS);
        }
    }

    /// No instance's to count (`vrrp.md` 2.1, D5); logged with `log_unknown_vrids`.
    @ParameterizedTest(name = "{0}")
    @EnumSource
    void item_4_5_anUnknownVrid(Protocol protocol) {
        for (int vrid : List.of(0, 50, 52, 255)) {
            assertUntouched(protocol, changed(protocol, protocol.specs(), VRID, vrid), Map.of());
        }
        NodeDriver telling = new NodeDriver(new NodeSpec(List.of(protocol.specs().spec()), Duration.ZERO, true));
        protocol.start(telling);
        assertThat(telling.logOf(changed(protocol, protocol.specs(), VRID, 52))).hasSize(1);
    }

    @Test
    void item_4_6_authenticationOtherThanOurs() {
        Protocol v2 = Protocol.V2;
        Specs open = v2.specs();
        Specs secret = v2.specs().password("1111");
        for (int type : List.of(3, 4, 255)) {
            assertDiscarded(v2, changed(v2, open, AUTH_TYPE, type), VrrpCounter.INVALID_AUTH_TYPES);
        }
        assertDiscarded(v2, good(v2, v2.specs().password("1111")), VrrpCounter.AUTH_TYPE_MISMATCHES);
        assertDiscarded(v2, changed(v2, open, AUTH_TYPE, 2), VrrpCounter.AUTH_TYPE_MISMATCHES);
        assertUntouched(v2, secret, good(v2, open), Map.of(VrrpCounter.AUTH_TYPE_MISMATCHES, 1L));
        assertUntouched(v2, secret, good(v2, v2.specs().password("1112")), Map.of(VrrpCounter.AUTH_FAILURES, 1L));
    }

    /// Where version 2 has the authentication type, version 3 has four bits that are ignored (RFC 9568 section 5.2.6).
    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"V3", "V3_IPV6"})
    void item_4_6_versionThreeHasNone(Protocol protocol) {
        NodeDriver driver = protocol.backup(protocol.specs());

        driver.on(changed(protocol, protocol.specs(), AUTH_TYPE, 0xf0));

        assertThat(driver.status().counters().of(VrrpCounter.ADVERTS_RECEIVED)).isEqualTo(1);
    }

    @Test
    void item_4_7_anotherIntervalInVersionTwo() {
        for (int seconds : List.of(0, 2, 255)) {
            assertDiscarded(Protocol.V2, changed(Protocol.V2, Protocol.V2.specs(), INTERVAL, seconds),
                    VrrpCounter.INTERVAL_ERRORS);
        }
    }

    /// Any other is learnt (3.1); this one would make every backup take over at once.
    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"V3", "V3_IPV6"})
    void item_4_7_noIntervalAtAllInVersionThree(Protocol protocol) {
        assertDiscarded(protocol, changed(protocol, protocol.specs(), INTERVAL, 0), VrrpCounter.INTERVAL_ERRORS);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void item_4_8_anUnknownType(Protocol protocol) {
        int version = protocol.specs().spec().version().number();
        for (int type : List.of(0, 2, 15)) {
            assertDiscarded(protocol, changed(protocol, protocol.specs(), VERSION_AND_TYPE, version << 4 | type),
                    VrrpCounter.INVALID_TYPES);
        }
    }

    // ---- packets

    private static PacketReceived good(Protocol protocol, Specs sender) {
        return (PacketReceived) new NodeDriver().advert(sender.spec(), protocol.other, 255);
    }

    /// With another value for a byte of the message, and the checksum that makes it right.
    private static PacketReceived changed(Protocol protocol, Specs sender, int at, int value) {
        PacketReceived received = good(protocol, sender);
        ByteBuffer packet = received.packet();
        int word = protocol.header + at / 2 * 2;
        int before = packet.getShort(word) & 0xffff;
        packet.put(protocol.header + at, (byte) value);
        int checksum = protocol.header + CHECKSUM;
        // RFC 1624 section 3.
        int sum = (~packet.getShort(checksum) & 0xffff) + (~before & 0xffff) + (packet.getShort(word) & 0xffff);
        sum = (sum & 0xffff) + (sum >> 16);
        sum = (sum & 0xffff) + (sum >> 16);
        packet.putShort(checksum, (short) ~sum);
        return received;
    }

    private static PacketReceived cut(Protocol protocol, int length) {
        PacketReceived whole = good(protocol, protocol.specs());
        return new PacketReceived(whole.linkIndex(), whole.source(), whole.destination(), whole.ttl(),
                whole.packet().limit(length));
    }

    // ---- what they do

    private static void assertDiscarded(Protocol protocol, PacketReceived packet, VrrpCounter counter) {
        assertUntouched(protocol, packet, Map.of(counter, 1L));
    }

    private static void assertUntouched(Protocol protocol, PacketReceived packet, Map<VrrpCounter, Long> counted) {
        assertUntouched(protocol, protocol.specs(), packet, counted);
    }

    private static void assertUntouched(Protocol protocol, Specs ours, PacketReceived packet,
            Map<VrrpCounter, Long> counted) {
        NodeDriver backup = protocol.backup(ours);
        NodeEvent fromMaster = backup.advert(ours.spec(), protocol.other, 200);
        backup.on(fromMaster);
        assertIgnored(backup, packet, counted);
        backup.on(fromMaster);
        assertThat(backup.untilDeadline()).as("its master is still followed")
                .isEqualTo(Duration.ofNanos(3_609_375_000L));

        NodeDriver master = protocol.master(ours);
        assertIgnored(master, packet, counted);
        assertThat(NodeDriver.kinds(master.fire())).as("it goes on").contains("SendAdvert 100");
        assertThat(master.state()).isEqualTo(VrrpStateName.MASTER);
    }

    private static void assertIgnored(NodeDriver driver, PacketReceived packet, Map<VrrpCounter, Long> counted) {
        driver.wait(Duration.ofMillis(400));
        InstanceStatus before = driver.status();
        VrrpState state = before.state();
        Optional<?> deadline = driver.node.nextDeadline();

        assertThat(driver.on(packet)).isEmpty();
        assertThat(driver.status().state()).isEqualTo(state);
        assertThat(driver.node.nextDeadline()).isEqualTo(deadline);
        assertThat(risen(before.counters(), driver.status().counters())).isEqualTo(counted);
    }

    private static Map<VrrpCounter, Long> risen(VrrpCounters before, VrrpCounters after) {
        Map<VrrpCounter, Long> risen = new TreeMap<>();
        for (VrrpCounter counter : VrrpCounter.values()) {
            if (after.of(counter) != before.of(counter)) {
                risen.put(counter, after.of(counter) - before.of(counter));
            }
        }
        return risen;
    }
}
