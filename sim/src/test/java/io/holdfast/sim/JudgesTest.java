package io.holdfast.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.base.Prefix;
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

    @Test
    void boundsFollowTheirFormulas() {
        var bounds = new Bounds();
        bounds.include(Instance.vrid(1).preemptDelay(Duration.ofSeconds(7)).spec());
        long second = 1_000_000_000;
        assertThat(bounds.twoMasters(5)).isEqualTo(second + Timing.WAKE_NANOS + 5);
        assertThat(bounds.masterless(5)).isEqualTo(4 * second + Timing.WAKE_NANOS + 5);
        assertThat(bounds.settling(5)).isEqualTo(Timing.NOTICE_NANOS + 7 * second
                + 2 * (bounds.masterless(5) + bounds.twoMasters(5)));
    }
}
