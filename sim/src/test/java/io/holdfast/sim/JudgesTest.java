package io.holdfast.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.base.IpAddress;
import io.holdfast.base.Prefix;
import io.holdfast.vrrp.Advert;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// A judge that never finds anything proves nothing: here the world is broken behind the daemons' backs.
class JudgesTest {
    private static final HeldAddress ADDRESS = new HeldAddress(2, Prefix.literal("10.0.0.100"));

    private static Simulation settled() {
        var sim = Simulation.seeded(4711).node("strong", 200).node("weak", 100);
        sim.settle();
        return sim;
    }

    @Test
    void addressWithoutMasterIsFound() {
        var sim = settled();
        sim.host("weak").kernel().add(ADDRESS);
        assertThatThrownBy(() -> sim.runFor(Duration.ZERO)).isInstanceOf(Violation.class)
                .hasMessageContaining("weak holds 10.0.0.100/32 on link 2 and is not master")
                .hasMessageContaining("seed 4711").hasMessageContaining("VI_51: notify MASTER");
    }

    @Test
    void masterWithoutAddressIsFound() {
        var sim = settled();
        sim.host("strong").kernel().remove(ADDRESS);
        assertThatThrownBy(() -> sim.runFor(Duration.ZERO)).isInstanceOf(Violation.class)
                .hasMessageContaining("strong is master and lacks 10.0.0.100/32");
    }

    @Test
    void changeInASettledClusterIsFound() {
        var sim = settled();
        sim.host("strong").pause();
        assertThatThrownBy(() -> sim.stayCalmFor(Duration.ofSeconds(10))).isInstanceOf(Violation.class)
                .hasMessageContaining("weak/VI_51 is MASTER in a settled cluster");
    }

    /// The judge was told of a resignation and the daemon was not.
    @Test
    void backupThatStaysSilentIsFound() {
        var sim = settled();
        sim.host("strong").kill();
        sim.runFor(Duration.ofMillis(10)); // nothing is under way any more
        sim.host("weak").member(sim.host("weak").status().getFirst().id()).orElseThrow().duty()
                .hearsAsBackup(new Advert(IpAddress.literal("10.0.0.1"), 0, Duration.ofSeconds(1)), 100);
        assertThatThrownBy(() -> sim.runFor(Duration.ofMillis(700))).isInstanceOf(Violation.class)
                .hasMessageContaining("weak/VI_51 does not take over when its wait is over");
    }

    /// What the judge was told and the daemon was not: the wait began anew.
    @Test
    void backupThatTakesOverTooEarlyIsFound() {
        var sim = settled();
        sim.host("strong").kill();
        sim.runFor(Duration.ofSeconds(2));
        sim.host("weak").member(sim.host("weak").status().getFirst().id()).orElseThrow().duty()
                .hearsAsBackup(new Advert(IpAddress.literal("10.0.0.1"), 200, Duration.ofSeconds(1)), 100);
        assertThatThrownBy(() -> sim.runFor(Duration.ofSeconds(3))).isInstanceOf(Violation.class)
                .hasMessageContaining("weak/VI_51 takes over").hasMessageContaining("before its wait is over");
    }

    @Test
    void masterThatDoesNotAnswerIsFound() {
        var sim = settled();
        sim.runFor(Duration.ofMillis(100));
        sim.host("strong").member(sim.host("strong").status().getFirst().id()).orElseThrow().duty().hasToAnswer();
        assertThatThrownBy(() -> sim.runFor(Duration.ofMillis(11))).isInstanceOf(Violation.class)
                .hasMessageContaining("strong/VI_51 does not advertise when it has to");
    }

    /// A damaged packet that a daemon takes for good: here one that was not damaged after all.
    @Test
    void damagedPacketThatIsBelievedIsFound() {
        var sim = settled();
        Member strong = sim.host("strong").members().iterator().next();
        ByteBuffer advert = strong.plan().advertTo(strong.plan().local()).next(200, 0);
        byte[] bytes = new byte[advert.remaining()];
        advert.get(bytes);
        var packet = new Packet(strong.plan().local(), 255, bytes,
                new Advert(strong.plan().source(), 200, Duration.ofSeconds(1)), strong.election());
        assertThatThrownBy(() -> sim.host("weak").arrive(0, packet.damagedTo(bytes))).isInstanceOf(Violation.class)
                .hasMessageContaining("weak: a packet").hasMessageContaining("changed from Backup");
    }

    @Test
    void boundsFollowTheirFormulas() {
        var bounds = new Bounds();
        bounds.include(Instance.vrid(1).preemptDelay(Duration.ofSeconds(7)).spec());
        long second = Clock.atMost(1_000_000_000);
        assertThat(bounds.twoMasters(5)).isEqualTo(second + Timing.WAKE_NANOS + 5);
        assertThat(bounds.masterless(5)).isEqualTo(4 * second + Timing.WAKE_NANOS + 5);
        assertThat(bounds.settling(5)).isEqualTo(Timing.NOTICE_NANOS + Clock.atMost(7_000_000_000L)
                + 2 * (bounds.masterless(5) + bounds.twoMasters(5)));
    }
}
