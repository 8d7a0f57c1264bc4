package io.holdfast.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartitionSimTest {

    /// Cut apart, both must serve; healed, only the stronger may. Two seconds: one advert interval for the weaker to
    /// hear the stronger, and one to spare.
    @Test
    void healedPartitionKeepsTheStrongerMasterOnly() {
        Seeds.each(seed -> {
            var sim = Simulation.seeded(seed).node("strong", 200).node("weak", 100);
            sim.cut("strong", "weak");
            sim.runFor(Duration.ofSeconds(5));
            assertEquals(Set.of("strong", "weak"), sim.masters(), sim::replay);

            sim.heal();
            sim.runFor(Duration.ofSeconds(2));
            assertEquals(Set.of("strong"), sim.masters(), sim::replay);
            assertEquals(List.of("strong"), sim.holders("10.0.0.100"), sim::replay); // no address left behind
            sim.stayCalmFor(Duration.ofSeconds(20));
        });
    }

    /// The stronger answers the weaker at once and does not wait for its own three seconds to pass.
    @Test
    void weakerMasterIsToldAtOnce() {
        Seeds.each(seed -> {
            var sim = Simulation.seeded(seed)
                    .node("strong", Instance.vrid(9).v3().priority(200).every(Duration.ofSeconds(3))
                            .address("10.0.0.100"))
                    .node("weak", Instance.vrid(9).v3().priority(100).every(Duration.ofMillis(100))
                            .address("10.0.0.100"));
            sim.cut("strong", "weak");
            sim.runFor(Duration.ofSeconds(12).plusMillis(seed * 10));
            assertEquals(Set.of("strong", "weak"), sim.masters(), sim::replay);
            sim.heal();
            sim.runFor(Duration.ofMillis(102)); // an interval of the weaker, there and back
            assertEquals(Set.of("strong"), sim.masters(), sim::replay);
        });
    }

    @Test
    void eachSideOfAPartitionElectsItsStrongest() {
        Seeds.each(seed -> {
            var sim = Simulation.seeded(seed).node("a", 200).node("b", 150).node("c", 100).node("d", 50);
            sim.settle();
            sim.partition(Set.of("a", "c"), Set.of("b", "d"));
            sim.runFor(Duration.ofSeconds(10));
            assertEquals(Set.of("a", "b"), sim.masters(), sim::replay);
            sim.stayCalmFor(Duration.ofSeconds(10));

            sim.heal();
            sim.settle();
            assertEquals(List.of("a"), sim.holders("10.0.0.100"), sim::replay);
        });
    }

    /// The stronger is not heard, but hears: it answers each advertisement of the weaker in vain, and must not yield.
    @Test
    void unheardStrongMasterLeavesBothServing() {
        Seeds.each(seed -> {
            var sim = Simulation.seeded(seed).node("strong", 200).node("weak", 100);
            sim.settle();
            sim.cutOneWay("strong", "weak");
            sim.runFor(Duration.ofSeconds(6));
            assertEquals(Set.of("strong", "weak"), sim.masters(), sim::replay);

            sim.heal();
            sim.settle();
            assertEquals(Set.of("strong"), sim.masters(), sim::replay);
        });
    }

    /// The other way round nothing changes: a backup has nothing to say.
    @Test
    void unheardBackupIsNotMissed() {
        Seeds.each(seed -> {
            var sim = Simulation.seeded(seed).node("strong", 200).node("weak", 100);
            sim.settle();
            sim.cutOneWay("weak", "strong");
            sim.stayCalmFor(Duration.ofSeconds(30));
            assertEquals(Set.of("strong"), sim.masters(), sim::replay);
        });
    }

    /// Late, doubled and overtaken packets, but no lost ones: as long as the delay stays below two intervals and the
    /// skew, nobody may believe that the master is down.
    @Test
    void latePacketsDoNotLookLikeADeadMaster() {
        Seeds.each(seed -> {
            var sim = Simulation.seeded(seed).node("strong", 200).node("weak", 100).node("weaker", 50);
            sim.conditions(Conditions.LAN.delayed(Duration.ofMillis(1), Duration.ofMillis(900)).duplicating(0.3)
                    .reordering(0.3, Duration.ofMillis(1000)));
            sim.settle();
            sim.stayCalmFor(Duration.ofSeconds(60));
            assertEquals(Set.of("strong"), sim.masters(), sim::replay);
        });
    }

    /// One lost packet in five now and then makes three in a row, so states may change; the addresses must follow,
    /// and once nothing is lost any more the strongest is master again.
    @Test
    void lossyNetworkRecovers() {
        Seeds.each(seed -> {
            var sim = Simulation.seeded(seed).node("strong", 200).node("weak", 100);
            sim.conditions(Conditions.LAN.losing(0.2));
            sim.runFor(Duration.ofSeconds(60));
            sim.heal();
            sim.settle();
            assertEquals(List.of("strong"), sim.holders("10.0.0.100"), sim::replay);
        });
    }
}
