package io.holdfast.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.holdfast.vrrp.VrrpStateName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FailoverSimTest {
    private static final String ADDRESS = "10.0.0.100";

    private static Simulation settled(long seed) {
        var sim = Simulation.seeded(seed).node("strong", 200).node("weak", 100);
        sim.settle();
        return sim;
    }

    /// A killed daemon leaves its address to the kernel, until its successor removes it before it does anything else.
    @Test
    void crashedMasterIsReplacedAndCleansUpOnRestart() {
        Seeds.each(seed -> {
            var sim = settled(seed);
            sim.host("strong").kill();
            sim.runFor(Duration.ofSeconds(4)); // 3 intervals and the skew of 100: 3.6 s
            assertEquals(Set.of("weak"), sim.masters(), sim::replay);
            assertEquals(List.of("strong", "weak"), sim.holders(ADDRESS), sim::replay);
            assertEquals(Optional.of("weak"), sim.reached(ADDRESS), sim::replay);

            sim.host("strong").start();
            assertEquals(List.of("weak"), sim.holders(ADDRESS), sim::replay);
            sim.settle();
            assertEquals(List.of("strong"), sim.holders(ADDRESS), sim::replay);
            assertEquals(Optional.of("strong"), sim.reached(ADDRESS), sim::replay);
        });
    }

    /// After any number of actions of becoming master: what is half done is finished or undone.
    @Test
    void crashInTheMiddleOfATransitionIsMended() {
        Seeds.each(seed -> {
            var sim = Simulation.seeded(seed).node("strong", 200).node("weak", 100);
            sim.runFor(Duration.ofSeconds(1));
            sim.host("strong").killInTransition((int) (seed % 6));
            sim.runFor(Duration.ofSeconds(8));
            assertEquals(Set.of("weak"), sim.masters(), sim::replay);
            sim.host("strong").start();
            sim.settle();
            assertEquals(List.of("strong"), sim.holders(ADDRESS), sim::replay);
        });
    }

    /// A resignation is followed by the skew alone: 0.61 s at priority 100.
    @Test
    void stoppedMasterIsReplacedAfterTheSkew() {
        Seeds.each(seed -> {
            var sim = settled(seed);
            sim.host("strong").stop();
            assertTrue(sim.holders(ADDRESS).isEmpty(), sim::replay);
            sim.runFor(Duration.ofMillis(615));
            assertEquals(Set.of("weak"), sim.masters(), sim::replay);
        });
    }

    @Test
    void masterWithoutLinkIsFaultyAndComesBack() {
        Seeds.each(seed -> {
            var sim = settled(seed);
            sim.host("strong").linkDown("eth0");
            sim.runFor(Duration.ofSeconds(5));
            assertEquals(Optional.of(VrrpStateName.FAULT), sim.host("strong").state("VI_51"), sim::replay);
            assertEquals(List.of("weak"), sim.holders(ADDRESS), sim::replay);

            sim.host("strong").linkUp("eth0");
            sim.settle();
            assertEquals(List.of("strong"), sim.holders(ADDRESS), sim::replay);
        });
    }

    /// Faster than the daemon can be told: whatever it makes of it, it ends where it began.
    @Test
    void flappingLinkSettles() {
        Seeds.each(seed -> {
            var sim = settled(seed);
            for (int i = 0; i < 20; i++) {
                sim.host("strong").linkDown("eth0");
                sim.runFor(Duration.ofMillis(seed % 7));
                sim.host("strong").linkUp("eth0");
                sim.runFor(Duration.ofMillis(seed % 11));
            }
            sim.settle();
            assertEquals(List.of("strong"), sim.holders(ADDRESS), sim::replay);
        });
    }

    /// SIGSTOP for ten seconds: replaced meanwhile, on waking it takes over again, and nobody holds on.
    @Test
    void pausedMasterIsReplacedAndResumes() {
        Seeds.each(seed -> {
            var sim = settled(seed);
            sim.host("strong").pause();
            sim.runFor(Duration.ofSeconds(10));
            assertEquals(Set.of("strong", "weak"), sim.masters(), sim::replay); // it does not know
            sim.host("strong").resume();
            sim.settle();
            assertEquals(List.of("strong"), sim.holders(ADDRESS), sim::replay);
        });
    }

    /// A paused weak master wakes to find a stronger one: it must not disturb it.
    @Test
    void pausedMasterYieldsToWhoCameMeanwhile() {
        Seeds.each(seed -> {
            var sim = Simulation.seeded(seed).node("weak", 100);
            sim.settle();
            sim.host("weak").pause();
            sim.node("strong", 200);
            sim.runFor(Duration.ofSeconds(10));
            sim.host("weak").resume();
            sim.runFor(Duration.ofMillis(1));
            assertEquals(List.of("strong"), sim.holders(ADDRESS), sim::replay);
            sim.stayCalmFor(Duration.ofSeconds(10));
        });
    }

    /// A backup that slept did not hear the master, which proves nothing: it must not take over on waking.
    @Test
    void pausedBackupDoesNotBelieveItsOwnSilence() {
        Seeds.each(seed -> {
            var sim = settled(seed);
            sim.host("weak").pause();
            sim.runFor(Duration.ofSeconds(30));
            sim.host("weak").resume();
            sim.stayCalmFor(Duration.ofSeconds(30));
            assertEquals(Set.of("strong"), sim.masters(), sim::replay);
        });
    }

    /// Frozen as a whole, not even the socket heard anything: one interval must be granted to the master on waking.
    @Test
    void frozenBackupGivesTheMasterTimeToBeHeard() {
        Seeds.each(seed -> {
            var sim = settled(seed);
            sim.host("weak").freeze();
            sim.runFor(Duration.ofSeconds(30).plusMillis(seed * 5));
            sim.host("weak").resume();
            sim.stayCalmFor(Duration.ofSeconds(30));
            assertEquals(Set.of("strong"), sim.masters(), sim::replay);
        });
    }

    @Test
    void addressDeletedBySomebodyElseComesBack() {
        Seeds.each(seed -> {
            var sim = settled(seed);
            sim.host("strong").deleteAddress(ADDRESS);
            assertTrue(sim.holders(ADDRESS).isEmpty(), sim::replay);
            sim.stayCalmFor(Duration.ofMillis(3));
            assertEquals(List.of("strong"), sim.holders(ADDRESS), sim::replay);
            sim.stayCalmFor(Duration.ofSeconds(10));
        });
    }

    /// Once too often, and the master gives way instead of fighting (`vrrp.md` 4.5).
    @Test
    void addressDeletedAgainAndAgainEndsTheMastership() {
        Seeds.each(seed -> {
            var sim = settled(seed);
            for (int i = 0; i < 4; i++) {
                sim.host("strong").deleteAddress(ADDRESS);
                sim.runFor(Duration.ofMillis(100));
            }
            assertTrue(sim.masters().isEmpty(), sim::replay);
            sim.settle();
            assertEquals(List.of("strong"), sim.holders(ADDRESS), sim::replay);
        });
    }

    /// The address cannot be put back: the backup gets its chance.
    @Test
    void addressThatCannotBePutBackEndsTheMastership() {
        Seeds.each(seed -> {
            var sim = settled(seed);
            sim.host("strong").refuseAddress(ADDRESS);
            sim.host("strong").deleteAddress(ADDRESS);
            sim.runFor(Duration.ofMillis(10));
            assertTrue(sim.masters().isEmpty(), sim::replay);
        });
    }

    @Test
    void lostNotificationsAreMadeUpFor() {
        Seeds.each(seed -> {
            var sim = settled(seed);
            sim.host("strong").deleteAddress(ADDRESS);
            sim.host("strong").loseNotices();
            sim.runFor(Duration.ofMillis(5));
            assertEquals(List.of("strong"), sim.holders(ADDRESS), sim::replay);
        });
    }
}
