package io.holdfast.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.IpAddress;
import io.holdfast.base.MonoTime;
import io.holdfast.vrrp.OutgoingAdvert;
import io.holdfast.vrrp.Specs;
import io.holdfast.vrrp.VrrpCounter;
import io.holdfast.vrrp.VrrpSpec;
import io.holdfast.vrrp.VrrpState;
import io.holdfast.vrrp.VrrpStateName;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Packets by the ten thousand each second, for as long as they last.
class StormTest {
    private static final VrrpSpec SPEC = Specs.v3().interval(Duration.ofMillis(300)).spec();
    private static final IpAddress GROUP = IpAddress.literal("224.0.0.18");
    private static final int PER_SECOND = 50_000;
    private static final int PACKETS = 4 * PER_SECOND;
    private static final int SENDERS = 1_000;

    private final NodeDriver driver = new NodeDriver(SPEC);
    private final List<MonoTime> adverts = new ArrayList<>();
    private int lines;

    @Test
    void aMasterCountsEveryPacketLogsFewAndAdvertisesOnTime() {
        driver.start();
        driver.fire();
        assertThat(driver.state()).isEqualTo(VrrpStateName.MASTER);
        List<ByteBuffer> weaker = fromManySenders(SPEC, 50);
        List<ByteBuffer> forged = fromManySenders(SPEC, 250);
        forged.forEach(packet -> packet.putShort(26, (short) ~packet.getShort(26)));
        List<ByteBuffer> foreign = fromManySenders(Specs.v3().vrid(77).spec(), 150);

        rage(List.of(weaker, forged, foreign));

        assertThat(driver.state()).isEqualTo(VrrpStateName.MASTER);
        assertThat(count(VrrpCounter.ADVERTS_RECEIVED)).isEqualTo((PACKETS + 2) / 3);
        assertThat(count(VrrpCounter.CHECKSUM_ERRORS)).isEqualTo((PACKETS + 1) / 3);
        assertThat(lines).isBetween(20, 30);
        assertThat(adverts).hasSizeBetween(13, 4 * 100 + 1);
        for (int i = 1; i < adverts.size(); i++) {
            assertThat(adverts.get(i).since(adverts.get(i - 1))).isLessThanOrEqualTo(Duration.ofMillis(301));
        }
    }

    @Test
    void aBackupKeepsItsTimerUnderAStormOfRefusedPackets() {
        driver.start();
        List<ByteBuffer> forged = fromManySenders(SPEC, 250);
        forged.forEach(packet -> packet.putShort(26, (short) ~packet.getShort(26)));

        rage(List.of(forged));

        assertThat(count(VrrpCounter.CHECKSUM_ERRORS)).isEqualTo(PACKETS);
        assertThat(count(VrrpCounter.ADVERTS_RECEIVED)).isZero();
        assertThat(driver.status().state()).isInstanceOf(VrrpState.Master.class);
        assertThat(lines).isLessThanOrEqualTo(4);
    }

    /// What was left out is said with the next line there is room for.
    @Test
    void whatWasLeftOutIsCounted() {
        driver.start();
        List<ByteBuffer> weaker = fromManySenders(SPEC, 50);
        weaker.forEach(packet -> driver.on(received(packet)));

        driver.wait(Duration.ofSeconds(2));

        assertThat(driver.logOf(received(weaker.getFirst()))).satisfiesExactly(
                line -> assertThat(line).isEqualTo("(VI_1) lines about packets left out: 980"),
                line -> assertThat(line).contains("received lower priority (50) advert from 198.51.0.0"));
    }

    /// One kind after the other.
    private void rage(List<List<ByteBuffer>> kinds) {
        for (int i = 0; i < PACKETS; i++) {
            driver.now = driver.now.plusMicros(1_000_000 / PER_SECOND);
            note(new NodeEvent.TimerFired());
            note(received(kinds.get(i % kinds.size()).get(i % SENDERS)));
        }
    }

    private void note(NodeEvent event) {
        for (Action action : driver.node.on(event, driver.now)) {
            if (action instanceof Action.SendAdvert) {
                adverts.add(driver.now);
            } else if (action instanceof Action.Log) {
                lines++;
            }
        }
    }

    private long count(VrrpCounter counter) {
        return driver.status().counters().of(counter);
    }

    private static List<ByteBuffer> fromManySenders(VrrpSpec spec, int priority) {
        List<ByteBuffer> packets = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            packets.add(new OutgoingAdvert(spec, IpAddress.v4(0xc633_0000 + i), GROUP).next(priority));
        }
        return packets;
    }

    private static NodeEvent.PacketReceived received(ByteBuffer packet) {
        return new NodeEvent.PacketReceived(2, IpAddress.v4(packet.getInt(12)), GROUP, 255, packet);
    }
}
