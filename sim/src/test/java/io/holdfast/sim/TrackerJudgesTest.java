package io.holdfast.sim;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.node.Action;
import io.holdfast.node.AttachedSpec;
import io.holdfast.node.InstanceId;
import io.holdfast.node.NodeEvent;
import io.holdfast.node.NodeSpec;
import io.holdfast.node.SurroundingsSpec;
import io.holdfast.node.SyncGroupSpec;
import io.holdfast.notify.Notice;
import io.holdfast.notify.NotifySpec;
import io.holdfast.script.CommandSpec;
import io.holdfast.script.RunAs;
import io.holdfast.track.FileSpec;
import io.holdfast.track.ProcessSpec;
import io.holdfast.track.ScriptResult;
import io.holdfast.track.ScriptSpec;
import io.holdfast.track.TrackList;
import io.holdfast.track.Tracked;
import io.holdfast.track.TrackerSpec;
import io.holdfast.track.Weight;
import io.holdfast.vrrp.Cause;
import io.holdfast.vrrp.LinkSpec;
import io.holdfast.vrrp.VrrpStateName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// As [JudgesTest], for the judges of trackers, sync groups and notices: they are told what the daemon was not.
class TrackerJudgesTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final ScriptSpec SCRIPT = new ScriptSpec("chk", new ScriptSpec.Probe.Runs(new CommandSpec("/bin/chk",
            List.of("chk"), RunAs.DEFAULT)), SECOND, SECOND, Weight.FAULT, 1, 1, false);
    private static final FileSpec FILE = new FileSpec("file", "/file", FileSpec.DEFAULT_WEIGHT, Optional.empty());
    private static final FileSpec FATAL = new FileSpec("fatal", "/fatal", FileSpec.DEFAULT_WEIGHT, Optional.empty());
    private static final ProcessSpec PROCESS = new ProcessSpec("nginx", "nginx", List.of(), ProcessSpec.Match.NAME,
            Weight.FAULT, 1, OptionalInt.empty(), SECOND, SECOND);
    private static final TrackList TRACKED = new TrackList(List.of(),
            List.of(new Tracked("chk", new Weight(-20, false))),
            List.of(new Tracked("file", new Weight(1, false)), new Tracked("fatal", Weight.FAULT)),
            List.of(new Tracked("nginx", Weight.FAULT)), List.of());
    private static final Cause CAUSE = new Cause(Cause.Trigger.STARTED, "a test", "none");
    private static final InstanceId ID = new InstanceId(1, "VI_51");

    private static NodeSpec node() {
        SurroundingsSpec around = new SurroundingsSpec(new TrackerSpec(List.of(SCRIPT), List.of(FILE, FATAL),
                List.of(PROCESS), List.of(), List.of(), false),
                List.of(new AttachedSpec("VI_51", TRACKED, NotifySpec.NONE, LinkSpec.DEFAULT)), List.of(), List.of());
        return Instance.node(List.of(Instance.vrid(51).address("10.0.0.100"),
                Instance.vrid(52).priority(99).nopreempt().address("10.0.0.101"))).in(around);
    }

    private static Simulation settled() {
        var sim = Simulation.seeded(4711).node("one", node());
        sim.settle();
        return sim;
    }

    private static Reckoning reckoning(Simulation sim) {
        return sim.host("one").running().reckoning();
    }

    private static long now(Simulation sim) {
        return sim.host("one").now().nanos();
    }

    private static void judgesAreTold(Simulation sim, NodeEvent event) {
        reckoning(sim).told(event, List.of(), now(sim));
    }

    /// Lets the daemon look at everything, whereupon the judges do.
    private static void look(Simulation sim) {
        sim.host("one").loseNotices();
        sim.runFor(Duration.ofMillis(5));
    }

    @Test
    void whatTheJudgesExpectIsWhatHappens() {
        var sim = settled();
        sim.host("one").file("file", 10);
        sim.host("one").script("chk", Services.Behaviour.FAILS);
        sim.host("one").processes("nginx", 0);
        assertThatCode(() -> sim.runFor(Duration.ofSeconds(10))).doesNotThrowAnyException();
    }

    @Test
    void wrongPriorityIsFound() {
        var sim = settled();
        judgesAreTold(sim, new NodeEvent.FileRead("file", 10));
        assertThatThrownBy(() -> look(sim)).isInstanceOf(Violation.class)
                .hasMessageContaining("VI_51 has priority 100, its trackers make 110");
    }

    @Test
    void missingFaultIsFound() {
        var sim = settled();
        judgesAreTold(sim, new NodeEvent.FileRead("fatal", 1));
        assertThatThrownBy(() -> look(sim)).isInstanceOf(Violation.class)
                .hasMessageContaining("VI_51 is MASTER and should be in FAULT for {VI_51=[fatal]}");
    }

    @Test
    void faultWithoutReasonIsFound() {
        var sim = settled();
        sim.host("one").file("fatal", 1);
        sim.runFor(SECOND);
        judgesAreTold(sim, new NodeEvent.FileRead("fatal", 0));
        assertThatThrownBy(() -> look(sim)).isInstanceOf(Violation.class)
                .hasMessageContaining("VI_51 is in FAULT and lacks nothing");
    }

    @Test
    void lostTimerIsFound() {
        var sim = settled();
        sim.runFor(Duration.ofMillis(500));
        judgesAreTold(sim, new NodeEvent.ProcessesCounted("nginx", 0));
        assertThatThrownBy(() -> sim.runFor(Duration.ofSeconds(2))).isInstanceOf(Violation.class)
                .hasMessageContaining("has no timer for what is due");
    }

    @Test
    void scriptThatRunsTooEarlyIsFound() {
        var sim = settled();
        reckoning(sim).told(new NodeEvent.TimerFired(), List.of(), now(sim) + 10 * SECOND.toNanos());
        assertThatThrownBy(() -> sim.runFor(SECOND)).isInstanceOf(Violation.class)
                .hasMessageContaining("runs chk and must not");
    }

    @Test
    void scriptThatDoesNotRunIsFound() {
        var sim = settled();
        var reckoning = reckoning(sim);
        long later = now(sim) + 10 * SECOND.toNanos();
        reckoning.told(new NodeEvent.TimerFired(), List.of(), later);
        reckoning.told(new NodeEvent.ScriptEnded(SCRIPT, ScriptResult.SUCCESS), List.of(), later);
        reckoning.told(new NodeEvent.TimerFired(), List.of(), 2 * later);
        assertThatThrownBy(() -> reckoning.answered(new NodeEvent.TimerFired(), List.of(), Long.MAX_VALUE, later))
                .isInstanceOf(Violation.class).hasMessageContaining("does not run [chk]");
    }

    @Test
    void scriptThatRunsTwiceAtOnceIsFound() {
        var sim = settled();
        sim.host("one").script("chk", Services.Behaviour.HANGS);
        Daemon daemon = sim.host("one").running();
        sim.runFor(Duration.ofMillis(500));
        daemon.run(SCRIPT);
        assertThatThrownBy(() -> daemon.run(SCRIPT)).isInstanceOf(Violation.class)
                .hasMessageContaining("runs chk while it runs");
    }

    @Test
    void timerThatIsNeverSatisfiedIsFound() {
        var sim = settled();
        assertThatThrownBy(() -> reckoning(sim).answered(new NodeEvent.TimerFired(), List.of(), now(sim), now(sim)))
                .isInstanceOf(Violation.class).hasMessageContaining("wants the timer again");
    }

    @Test
    void splitGroupIsFound() {
        var sim = settled();
        sim.host("one").file("fatal", 1);
        sim.runFor(SECOND);
        NodeSpec grouped = node().in(new SurroundingsSpec(TrackerSpec.NONE, List.of(), List.of(new SyncGroupSpec("G",
                List.of("VI_51", "VI_52"), TrackList.NONE, NotifySpec.NONE, false)), List.of()));
        assertThatThrownBy(() -> sim.host("one").running().unity().check(new NodeEvent.TimerFired(), grouped))
                .isInstanceOf(Violation.class).hasMessageContaining("is split: [FAULT, MASTER]");
    }

    @Test
    void changeThatNobodyIsToldOfIsFound() {
        isFound("tells nobody", new Action.Notify(ID, VrrpStateName.BACKUP, 100, CAUSE));
    }

    @Test
    void sameNewsTwiceIsFound() {
        isFound("twice", new Action.Notify(ID, VrrpStateName.BACKUP, 100, CAUSE),
                tell(Notice.Subject.INSTANCE, "VI_51", Notice.Event.BACKUP, 100),
                new Action.Notify(ID, VrrpStateName.BACKUP, 100, CAUSE));
    }

    @Test
    void newsOfNothingIsFound() {
        isFound("for no reason", tell(Notice.Subject.INSTANCE, "VI_51", Notice.Event.FAULT, 100));
    }

    @Test
    void newsWithTheWrongPriorityIsFound() {
        isFound("when VI_51 is BACKUP with priority 100", new Action.Notify(ID, VrrpStateName.BACKUP, 100, CAUSE),
                tell(Notice.Subject.INSTANCE, "VI_51", Notice.Event.BACKUP, 99));
    }

    @Test
    void groupThatIsAheadOfItsMembersIsFound() {
        isFound("but VI_51 is MASTER", new Action.NotifyGroup("G", VrrpStateName.BACKUP, CAUSE),
                tell(Notice.Subject.GROUP, "G", Notice.Event.BACKUP, 0));
    }

    private static Action tell(Notice.Subject subject, String name, Notice.Event event, int priority) {
        return new Action.Tell(new Notice(subject, name, event, priority, NotifySpec.NONE));
    }

    private static void isFound(String complaint, Action... actions) {
        var sim = settled();
        NodeSpec grouped = node().in(new SurroundingsSpec(TrackerSpec.NONE, List.of(), List.of(new SyncGroupSpec("G",
                List.of("VI_51"), TrackList.NONE, NotifySpec.NONE, false)), List.of()));
        assertThatThrownBy(() -> sim.host("one").running().notices().check(List.of(actions), grouped))
                .isInstanceOf(Violation.class).hasMessageContaining(complaint);
    }
}
