package io.holdfast.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.holdfast.node.InstanceStatus;
import io.holdfast.node.NodeSpec;
import io.holdfast.vrrp.VrrpCounter;
import io.holdfast.vrrp.VrrpStateName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Interfaces that go, clocks that are wrong, packets that are damaged, processes that stand still.
class TroubleSimTest {
    private static final String ADDRESS = "10.0.0.100";

    private static Instance with(int priority) {
        return Instance.vrid(51).priority(priority).address(ADDRESS);
    }

    private static Simulation settled(long seed) {
        var sim = Simulation.seeded(seed).node("strong", 200).node("weak", 100);
        sim.settle();
        return sim;
    }

    /// It comes back under another number, and everything is placed there.
    @Test
    void interfaceThatGoesAndComesBackIsUsedAgain() {
        Seeds.each(seed -> {
            var sim = settled(seed);
            sim.host("strong").unplug("eth0");
            sim.runFor(Duration.ofSeconds(5));
            assertEquals(Optional.of(VrrpStateName.FAULT), sim.host("strong").status().stream()
                    .map(status -> status.state().name()).findFirst(), sim::replay);
            assertEquals(List.of("weak"), sim.holders(ADDRESS), sim::replay);
            sim.host("strong").plug("eth0");
            sim.settle();
            assertEquals(List.of("strong"), sim.holders(ADDRESS), sim::replay);
            sim.stayCalmFor(Duration.ofSeconds(10));
        });
    }

    /// What advertisements are sent from is gone for a while.
    @Test
    void masterWithoutAnAddressOfItsOwnResigns() {
        Seeds.each(seed -> {
            var sim = settled(seed);
            sim.host("strong").takeOwnAddresses("eth0");
            sim.runFor(Duration.ofSeconds(1)); // the skew of priority 100 is 0.61 s
            assertEquals(Set.of("weak"), sim.masters(), sim::replay);
            sim.host("strong").giveOwnAddresses("eth0");
            sim.settle();
            assertEquals(List.of("strong"), sim.holders(ADDRESS), sim::replay);
        });
    }

    /// Clocks that drift apart by 400 ppm never make a backup doubt a living master, in a quarter of an hour.
    @Test
    void wrongClocksChangeNothing() {
        Seeds.each(seed -> {
            var sim = Simulation.seeded(seed)
                    .node("slow", -200, NodeSpec.of(List.of(with(200).downTimerAdverts(1).spec())))
                    .node("fast", 200, NodeSpec.of(List.of(with(199).downTimerAdverts(1).spec())));
            sim.settle();
            assertEquals(Set.of("slow"), sim.masters(), sim::replay);
            sim.stayCalmFor(Duration.ofMinutes(15));
        });
    }

    /// With every second packet damaged each is refused and counted ([Hearing]), and with enough left nobody moves.
    @Test
    void damagedPacketsAreCountedAndChangeNothing() {
        Seeds.each(seed -> {
            var sim = settled(seed);
            long before = refused(sim);
            sim.conditions(Conditions.LAN.corrupting(0.5).duplicating(1));
            sim.host("weak").reload(with(100).downTimerAdverts(100));
            sim.stayCalmFor(Duration.ofSeconds(50));
            assertTrue(refused(sim) > before + 10, sim::replay);
        });
    }

    private static long refused(Simulation sim) {
        long sum = 0;
        for (InstanceStatus status : sim.host("weak").status()) {
            sum += status.counters().of(VrrpCounter.CHECKSUM_ERRORS) + status.counters().of(VrrpCounter.LENGTH_ERRORS);
        }
        return sum;
    }

    /// A backup that stood still and is reloaded in the same moment still waits for one advertisement.
    @Test
    void reloadAfterOversleepingDoesNotMakeABackupImpatient() {
        Seeds.each(seed -> {
            var sim = settled(seed);
            sim.host("weak").freeze();
            sim.runFor(Duration.ofSeconds(9));
            sim.host("weak").resume();
            sim.host("weak").reload(with(150));
            sim.stayCalmFor(Duration.ofSeconds(10));
            assertEquals(Set.of("strong"), sim.masters(), sim::replay);
        });
    }

    /// Heard in one direction only: the deaf one takes over, and the other, which hears it, decides by rank.
    @Test
    void deafBackupIsMasterUntilItHearsTheStronger() {
        Seeds.each(seed -> {
            var sim = settled(seed);
            sim.cutOneWay("strong", "weak");
            sim.runFor(Duration.ofSeconds(6));
            assertEquals(Set.of("strong", "weak"), sim.masters(), sim::replay);
            sim.heal();
            sim.settle();
            assertEquals(List.of("strong"), sim.holders(ADDRESS), sim::replay);
        });
    }
}
