package io.holdfast.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PreemptionSimTest {
    private static final String ADDRESS = "10.0.0.100";

    private static Instance with(int priority) {
        return Instance.vrid(51).priority(priority).address(ADDRESS);
    }

    /// `nopreempt`: the stronger comes back and leaves the weaker alone, until that one fails.
    @Test
    void nopreemptLeavesTheWeakerMaster() {
        Seeds.each(seed -> {
            var sim = Simulation.seeded(seed).node("strong", with(200).nopreempt()).node("weak", with(100).nopreempt());
            sim.settle();
            assertEquals(Set.of("strong"), sim.masters(), sim::replay);
            sim.host("strong").kill();
            sim.runFor(Duration.ofSeconds(5));
            sim.host("strong").start();
            sim.runFor(Duration.ofSeconds(30));
            assertEquals(List.of("weak"), sim.holders(ADDRESS), sim::replay);

            sim.host("weak").kill();
            sim.settle();
            assertEquals(Set.of("strong"), sim.masters(), sim::replay);
        });
    }

    /// Two masters after a partition are another matter: there the higher priority decides, `nopreempt` or not.
    @Test
    void nopreemptDoesNotSaveTheWeakerOfTwoMasters() {
        Seeds.each(seed -> {
            var sim = Simulation.seeded(seed).node("strong", with(200).nopreempt()).node("weak", with(100).nopreempt());
            sim.cut("strong", "weak");
            sim.runFor(Duration.ofSeconds(5));
            assertEquals(Set.of("strong", "weak"), sim.masters(), sim::replay);
            sim.heal();
            sim.settle();
            assertEquals(Set.of("strong"), sim.masters(), sim::replay);
        });
    }

    /// `preempt_delay 10`: nothing for ten seconds, then the down timer of at most 3.22 s.
    @Test
    void preemptDelayIsWaitedFor() {
        Seeds.each(seed -> {
            var sim = Simulation.seeded(seed).node("weak", with(100));
            sim.settle();
            sim.node("strong", with(200).preemptDelay(Duration.ofSeconds(10)));
            sim.runFor(Duration.ofSeconds(10));
            assertEquals(Set.of("weak"), sim.masters(), sim::replay);
            sim.runFor(Duration.ofMillis(4300)); // up to a second until the weak is heard first
            assertEquals(Set.of("strong"), sim.masters(), sim::replay);
        });
    }

    /// The backup is made the stronger by a reload: it takes over, and without an interruption of service.
    @Test
    void raisedPriorityTakesOver() {
        Seeds.each(seed -> {
            var sim = Simulation.seeded(seed).node("one", 200).node("other", 100);
            sim.settle();
            sim.host("other").reload(with(220));
            sim.settle();
            assertEquals(List.of("other"), sim.holders(ADDRESS), sim::replay);
        });
    }

    @Test
    void loweredPriorityIsTakenOverFrom() {
        Seeds.each(seed -> {
            var sim = Simulation.seeded(seed).node("one", 200).node("other", 100);
            sim.settle();
            sim.host("one").reload(with(50));
            assertEquals(Set.of("one"), sim.masters(), sim::replay); // by itself it ends nothing
            sim.settle();
            assertEquals(List.of("other"), sim.holders(ADDRESS), sim::replay);
        });
    }

    /// An instance that the reload does not touch keeps its state and its addresses throughout.
    @Test
    void reloadMovesOnlyWhatChanged() {
        Seeds.each(seed -> {
            Instance kept = Instance.vrid(1).priority(200).address("10.0.0.111");
            var sim = Simulation.seeded(seed).node("one", kept, with(200)).node("other", with(100));
            sim.settle();
            sim.host("one").reload(kept, with(200).address("10.0.0.101"));
            sim.stayCalmFor(Duration.ofSeconds(5));
            assertEquals(List.of("one"), sim.holders("10.0.0.101"), sim::replay);
            sim.host("one").reload(kept);
            sim.settle();
            assertEquals(Set.of("one"), sim.masters("VI_1"), sim::replay);
            assertEquals(List.of("other"), sim.holders(ADDRESS), sim::replay);
            assertEquals(List.of(), sim.holders("10.0.0.101"), sim::replay);
        });
    }

    /// The dual-master set-up of the tutorials: each serves one address, and both when the other is gone.
    @Test
    void dualMastersShareAndTakeOver() {
        Seeds.each(seed -> {
            var sim = Simulation.seeded(seed)
                    .node("left", Instance.vrid(1).priority(200).address("10.0.0.111/24"),
                            Instance.vrid(2).priority(100).address("10.0.0.112/24"))
                    .node("right", Instance.vrid(1).priority(100).address("10.0.0.111/24"),
                            Instance.vrid(2).priority(200).address("10.0.0.112/24"));
            sim.settle();
            assertEquals(Set.of("left"), sim.masters("VI_1"), sim::replay);
            assertEquals(Set.of("right"), sim.masters("VI_2"), sim::replay);
            sim.host("left").stop();
            sim.settle();
            assertEquals(List.of("right"), sim.holders("10.0.0.111"), sim::replay);
            sim.host("left").start();
            sim.settle();
            assertEquals(List.of("left"), sim.holders("10.0.0.111"), sim::replay);
            assertEquals(List.of("right"), sim.holders("10.0.0.112"), sim::replay);
        });
    }
}
