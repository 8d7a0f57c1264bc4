package io.holdfast.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.holdfast.node.NodeSpec;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StartSimTest {

    /// Started in the same instant, the skew lets the strongest go first: nobody else ever becomes master.
    @Test
    void simultaneousStartHasOneMasterFromTheBeginning() {
        Seeds.each(seed -> {
            var sim = Simulation.seeded(seed).node("weaker", 50).node("strong", 200).node("weak", 100);
            sim.settle();
            assertEquals(Set.of("strong"), sim.masters(), sim::replay);
            assertEquals(4, sim.transitions(), sim::replay); // three become backup, one of them master
            assertEquals("strong", sim.reached("10.0.0.100").orElseThrow(), sim::replay);
        });
    }

    /// Of equals started together both may become master at once; the higher address stays (RFC 9568 section 6.4.3).
    @Test
    void equalsStartedTogetherLeaveTheHigherAddress() {
        Seeds.each(seed -> {
            var sim = Simulation.seeded(seed).node("low", 100).node("middle", 100).node("high", 100);
            sim.cut("low", "high");
            sim.cut("low", "middle");
            sim.cut("middle", "high");
            sim.runFor(Duration.ofSeconds(5));
            assertEquals(Set.of("low", "middle", "high"), sim.masters(), sim::replay);
            sim.heal();
            sim.settle();
            assertEquals(Set.of("high"), sim.masters(), sim::replay);
        });
    }

    /// Equal priority is no reason to take over from a working master, whatever the address.
    @Test
    void equalThatComesLateStaysBackup() {
        Seeds.each(seed -> {
            var sim = Simulation.seeded(seed).node("first", 100);
            sim.settle();
            sim.node("late", 100);
            sim.runFor(Duration.ofSeconds(20));
            assertEquals(Set.of("first"), sim.masters(), sim::replay);
            assertEquals(3, sim.transitions(), sim::replay);
        });
    }

    @Test
    void ownerIsMasterAtOnce() {
        Seeds.each(seed -> {
            var sim = Simulation.seeded(seed).node("backup", 254).node("owner", 255);
            sim.runFor(Duration.ofMillis(10));
            assertEquals(Set.of("owner"), sim.masters(), sim::replay);
            sim.settle();
            assertEquals(List.of("owner"), sim.holders("10.0.0.100"), sim::replay);
        });
    }

    /// Two owners are a mistake in the configuration, but not one that may leave two masters.
    @Test
    void twoOwnersLeaveOneMaster() {
        Seeds.each(seed -> {
            var sim = Simulation.seeded(seed).node("one", 255).node("other", 255);
            sim.settle();
            assertEquals(Set.of("other"), sim.masters(), sim::replay); // the higher address
            sim.stayCalmFor(Duration.ofSeconds(10));
        });
    }

    /// `vrrp_startup_delay`: neither heard nor sent before its end, and silence counts from there.
    @Test
    void startupDelayHoldsBackTheStrongest() {
        Seeds.each(seed -> {
            NodeSpec plain = Instance.node(List.of(Instance.vrid(51).priority(200).address("10.0.0.100")));
            var sim = Simulation.seeded(seed).node("weak", 100).node("late",
                    new NodeSpec(plain.instances(), Duration.ofSeconds(20), false));
            sim.runFor(Duration.ofSeconds(20));
            assertEquals(Set.of("weak"), sim.masters(), sim::replay);
            sim.settle();
            assertEquals(Set.of("late"), sim.masters(), sim::replay);
        });
    }

    /// Each version refuses the other (`vrrp.md` 1.1), so a mixed group has a master of each, and no address is shared.
    @Test
    void versionsElectApart() {
        Seeds.each(seed -> {
            var sim = Simulation.seeded(seed)
                    .node("old", Instance.vrid(51).priority(200).address("10.0.0.100"))
                    .node("older", Instance.vrid(51).priority(100).address("10.0.0.100"))
                    .node("new", Instance.vrid(51).v3().priority(200).address("10.0.0.101"))
                    .node("newer", Instance.vrid(51).v3().priority(100).address("10.0.0.101"));
            sim.settle();
            assertEquals(Set.of("old", "new"), sim.masters(), sim::replay);
            sim.host("old").reload(Instance.vrid(51).v3().priority(150).address("10.0.0.100"));
            sim.settle();
            assertEquals(Set.of("older", "new"), sim.masters(), sim::replay);
            sim.stayCalmFor(Duration.ofSeconds(10));
        });
    }

    /// In version 3 a backup waits by the interval of the master, so different intervals live together.
    @Test
    void differentIntervalsAreLearnt() {
        Seeds.each(seed -> {
            var sim = Simulation.seeded(seed)
                    .node("slow", Instance.vrid(7).v3().priority(200).every(Duration.ofSeconds(3))
                            .address("10.0.0.107"))
                    .node("fast", Instance.vrid(7).v3().priority(100).every(Duration.ofMillis(100))
                            .address("10.0.0.107"));
            sim.settle();
            assertEquals(Set.of("slow"), sim.masters(), sim::replay);
            sim.stayCalmFor(Duration.ofSeconds(60));
            sim.host("slow").kill();
            sim.runFor(Duration.ofSeconds(8));
            assertTrue(sim.masters().isEmpty(), sim::replay); // three times three seconds have to pass
            sim.settle();
            assertEquals(Set.of("fast"), sim.masters(), sim::replay);
        });
    }
}
