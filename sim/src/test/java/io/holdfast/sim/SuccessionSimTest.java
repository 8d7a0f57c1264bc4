package io.holdfast.sim;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.holdfast.base.IpAddress;
import io.holdfast.base.MonoTime;
import io.holdfast.journal.Journal;
import io.holdfast.journal.Origin;
import io.holdfast.journal.Recorder;
import io.holdfast.node.Action;
import io.holdfast.node.InstanceId;
import io.holdfast.node.InstancePlan;
import io.holdfast.vrrp.Cause;
import io.holdfast.vrrp.VrrpStateName;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A daemon that is killed and comes back at once (`vrrp.md` 3.11).
class SuccessionSimTest {
    private static final String ADDRESS = "10.0.0.100";
    private static final Instance INSTANCE = Instance.vrid(51).address(ADDRESS);

    private static Simulation settled(long seed, boolean v3) {
        Instance strong = Instance.vrid(51).priority(200).address(ADDRESS);
        Instance weak = Instance.vrid(51).priority(100).address(ADDRESS);
        var sim = v3 ? Simulation.seeded(seed).node("strong", strong.v3()).node("weak", weak.v3())
                : Simulation.seeded(seed).node("strong", strong).node("weak", weak);
        sim.settle();
        sim.runFor(Duration.ofMillis(seed * 37 % 1000));
        return sim;
    }

    /// In 250 ms, as an image with its cache does, whenever the last advertisement was.
    @Test
    void killedMasterIsNotMissed() {
        Seeds.each(seed -> {
            var sim = settled(seed, seed % 2 == 0);
            long transitions = sim.transitions();
            sim.host("strong").kill();
            sim.stayCalmFor(Duration.ofMillis(250));
            sim.host("strong").start();
            assertEquals(Set.of("strong"), sim.masters(), sim::replay);
            sim.stayCalmFor(Duration.ofSeconds(20));
            assertEquals(List.of("strong"), sim.holders(ADDRESS), sim::replay);
            assertEquals(transitions, sim.transitions(), sim::replay);
        });
    }

    /// The second successor is a second late, and still in time: the first one advertised at once.
    @Test
    void killedTwiceItIsNotMissedEither() {
        Seeds.each(seed -> {
            var sim = settled(seed, seed % 2 == 0);
            sim.host("strong").kill();
            sim.stayCalmFor(Duration.ofMillis(250));
            sim.host("strong").start();
            sim.stayCalmFor(Duration.ofMillis(seed % 200));
            sim.host("strong").kill();
            sim.stayCalmFor(Duration.ofMillis(1250));
            sim.host("strong").start();
            sim.stayCalmFor(Duration.ofSeconds(20));
            assertEquals(Set.of("strong"), sim.masters(), sim::replay);
        });
    }

    /// However long it takes: it goes on, or it is elected as after any start; never is anybody disturbed who has
    /// taken over from it.
    @Test
    void killedMasterComesBackSoonerOrLater() {
        Seeds.each(seed -> {
            var sim = settled(seed, seed % 2 == 0);
            sim.host("strong").kill();
            sim.runFor(Duration.ofMillis(seed * 53 % 5000));
            sim.host("strong").start();
            sim.settle();
            assertEquals(List.of("strong"), sim.holders(ADDRESS), sim::replay);
        });
    }

    @Test
    void addressDeletedMeanwhileIsBack() {
        Seeds.each(seed -> {
            var sim = settled(seed, false);
            sim.host("strong").kill();
            sim.host("strong").deleteAllAddresses();
            sim.runFor(Duration.ofMillis(250));
            sim.host("strong").start();
            assertEquals(List.of("strong"), sim.holders(ADDRESS), sim::replay);
            assertEquals("strong", sim.reached(ADDRESS).orElseThrow(), sim::replay);
            sim.stayCalmFor(Duration.ofSeconds(10));
        });
    }

    /// Told to end, it has resigned: its successor waits like everybody else.
    @Test
    void stoppedMasterIsElectedAnew() {
        Seeds.each(seed -> {
            var sim = settled(seed, false);
            sim.host("strong").stop();
            sim.host("strong").start();
            sim.runFor(Duration.ofMillis(620)); // the skew of 100
            assertEquals(Set.of("weak"), sim.masters(), sim::replay);
            sim.settle();
            assertEquals(Set.of("strong"), sim.masters(), sim::replay);
        });
    }

    /// A killed backup has nothing to resume, and must not think so.
    @Test
    void killedBackupIsBackup() {
        Seeds.each(seed -> {
            var sim = settled(seed, false);
            sim.host("weak").kill();
            sim.runFor(Duration.ofMillis(250));
            sim.host("weak").start();
            sim.stayCalmFor(Duration.ofSeconds(20));
            assertEquals(Set.of("strong"), sim.masters(), sim::replay);
        });
    }

    /// The judge itself: here the journal claims an advertisement that was never sent.
    @Test
    void whoReturnsTooLateIsFound() {
        var sim = settled(4711, false);
        sim.host("strong").kill();
        sim.runFor(Duration.ofSeconds(5));
        forge(sim);
        assertThatThrownBy(() -> sim.host("strong").start()).isInstanceOf(Violation.class)
                .hasMessageContaining("goes on as master, although weak");
    }

    private static void forge(Simulation sim) {
        MonoTime now = sim.now();
        InstanceId id = new InstanceId(1, "VI_51");
        Recorder forger = new Recorder(Journal.begin(sim.host("strong").journal(), new Origin(1, 1, 1), 1));
        forger.carriedOut(new Action.Prepare(new InstancePlan(id, INSTANCE.spec(), 2, IpAddress.literal("10.0.0.1"),
                false, List.of())), now);
        forger.carriedOut(new Action.SendAdvert(id, 200), now);
        forger.carriedOut(new Action.Notify(id, VrrpStateName.MASTER, 200,
                new Cause(Cause.Trigger.MASTER_DOWN, "", "")), now);
    }
}
