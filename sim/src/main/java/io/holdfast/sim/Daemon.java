package io.holdfast.sim;

import io.holdfast.base.IpAddress;
import io.holdfast.journal.Journal;
import io.holdfast.journal.Origin;
import io.holdfast.journal.Recorder;
import io.holdfast.node.Action;
import io.holdfast.node.InstanceId;
import io.holdfast.node.InstancePlan;
import io.holdfast.node.InstanceStatus;
import io.holdfast.node.Memory;
import io.holdfast.node.Node;
import io.holdfast.node.NodeEvent;
import io.holdfast.node.NodeSpec;
import io.holdfast.track.FileSpec;
import io.holdfast.track.ProcessSpec;
import io.holdfast.track.ScriptSpec;
import io.holdfast.track.TrackerSpec;
import io.holdfast.vrrp.VrrpState;
import io.holdfast.vrrp.VrrpStateName;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One life of a daemon: the production [Node] in a loop that sleeps, wakes, and carries out what it is told.
///
/// ```
///   Network ---- bytes ----+                       +---> Runner ---> Network, Kernel, Neighbours
///   Kernel  -- notices, ---+--> (inbox) --> Node --+
///   Runner  -- answers, ---+                       +---> next deadline
///   timer  ----------------+
/// ```
///
/// Its journal is the production one, in memory that outlives it. While it is stopped everything waits in the inbox, up
/// to what a socket buffer holds.
final class Daemon {
    /// About what the default receive buffer of Linux holds of small packets.
    private static final int INBOX_PACKETS = 256;
    private static final long NEVER = Long.MAX_VALUE;

    /// @param heard for a packet what the judges have to know about it
    private record Inbound(NodeEvent event, Optional<Packet> heard) {}

    /// Simulated machines are never booted again, and their network stays the same.
    private static final Origin ORIGIN = new Origin(1, 1, 1);

    private final World world;
    private final Host host;
    private final Node node;
    private final Runner runner;
    private final Reckoning reckoning;
    private final Unity unity;
    private final Notices notices;
    private final Memory memory;
    private final Map<InstanceId, Member> members = new LinkedHashMap<>();
    private final Deque<Inbound> inbox = new ArrayDeque<>();
    private final long listeningFrom;
    /// The configuration in effect.
    private NodeSpec loaded;
    private long lastTracked;
    /// Track scripts that run.
    private final Set<String> atWork = new HashSet<>();
    private boolean alive = true;
    private boolean paused;
    private boolean started;
    private long dueAt = NEVER;
    private long wakeAt = NEVER;
    private long lastNotice;
    /// How often notices were lost.
    private int generation;
    /// Empty unless somebody asked since the last step.
    private List<InstanceStatus> status = List.of();

    Daemon(World world, Host host, NodeSpec spec) {
        this.world = world;
        this.host = host;
        this.node = new Node(spec);
        this.loaded = spec;
        this.memory = Journal.recall(host.journal(), ORIGIN);
        this.reckoning = new Reckoning(world, host, spec, localNow());
        this.unity = new Unity(world, host);
        this.notices = new Notices(world, host);
        this.runner = new Runner(world, host, this, new Recorder(Journal.begin(host.journal(), ORIGIN, 1)));
        this.listeningFrom = host.clock().local(world.now()) + spec.startupDelay().toNanos();
    }

    void start() {
        step(host.kernel().dump());
        readTrackers(TrackerSpec.NONE);
        started = true;
        step(new NodeEvent.Started(memory));
        world.holdings().changed(host);
    }

    /// What is tracked is looked at before anything is decided by it.
    ///
    /// @param known what was looked at already
    private void readTrackers(TrackerSpec known) {
        TrackerSpec trackers = loaded.surroundings().trackers();
        for (FileSpec file : trackers.files()) {
            if (known.files().stream().noneMatch(other -> other.name().equals(file.name()))) {
                step(new NodeEvent.FileRead(file.name(), host.services().file(file.name())));
            }
        }
        for (ProcessSpec process : trackers.processes()) {
            if (known.processes().stream().noneMatch(other -> other.name().equals(process.name()))) {
                step(new NodeEvent.ProcessesCounted(process.name(), host.services().processes(process.name())));
            }
        }
    }

    /// The process is gone, by whatever end; what is under way to it finds nobody.
    void die() {
        alive = false;
        for (Member member : members.values()) {
            world.elections().leave(member);
        }
        members.clear();
    }

    boolean isAlive() {
        return alive;
    }

    boolean isPaused() {
        return paused;
    }

    boolean isStarted() {
        return alive && started;
    }

    Collection<Member> members() {
        return members.values();
    }

    /// What the node says about its instances.
    List<InstanceStatus> status() {
        if (status.isEmpty()) {
            status = node.status();
        }
        return status;
    }

    void pause() {
        paused = true;
    }

    /// Everything that waited is there at once; the lateness is known first.
    void resume() {
        paused = false;
        wakeAt = NEVER;
        long late = localNow() - dueAt;
        if (late > 0) {
            members.values().forEach(member -> member.duty().overslept(late));
            step(new NodeEvent.LoopLate(Duration.ofNanos(late)));
        }
        while (alive && !inbox.isEmpty()) {
            step(inbox.remove());
        }
        arm();
    }

    private long localNow() {
        return host.clock().local(world.now());
    }

    /// A packet on a socket of ours.
    void hear(int linkIndex, Packet packet) {
        if (alive && listensOn(linkIndex, packet.destination()) && (!paused || inbox.size() < INBOX_PACKETS)) {
            take(new Inbound(new NodeEvent.PacketReceived(linkIndex, packet.source(), packet.destination(),
                    packet.ttl(), ByteBuffer.wrap(packet.bytes())), Optional.of(packet)));
        }
    }

    /// A group is joined where an instance wants it; a raw socket for our own addresses sees what comes to any.
    private boolean listensOn(int linkIndex, IpAddress destination) {
        for (Member member : members.values()) {
            if (member.plan().linkIndex() == linkIndex && member.plan().local().equals(destination)) {
                return true;
            }
        }
        return false;
    }

    /// The kernel has something to report; its reports arrive later, and in order.
    void notice(NodeEvent event) {
        lastNotice = Math.max(lastNotice, world.soon(Timing.NOTICE_NANOS));
        int current = generation;
        world.at(lastNotice, () -> deliver(current, event));
    }

    /// The buffer of the monitor overflows: what is under way is lost, and the daemon has to look for itself.
    void loseNotices() {
        generation++;
        int current = generation;
        world.at(world.soon(Timing.NOTICE_NANOS), () -> deliver(current, host.kernel().dump()));
    }

    /// What is tracked changed.
    void tracked(NodeEvent event) {
        lastTracked = Math.max(lastTracked, world.soon(Timing.NOTICE_NANOS));
        world.at(lastTracked, () -> take(event));
    }

    private void deliver(int sent, NodeEvent event) {
        if (sent == generation) {
            take(event);
        }
    }

    /// The answer to an action.
    void answer(NodeEvent event) {
        world.at(world.soon(Timing.ANSWER_NANOS), () -> take(event));
    }

    void take(NodeEvent event) {
        take(new Inbound(event, Optional.empty()));
    }

    private void take(Inbound inbound) {
        if (!alive) {
            return;
        }
        if (paused) {
            inbox.add(inbound);
        } else {
            step(inbound);
        }
    }

    private void step(NodeEvent event) {
        step(new Inbound(event, Optional.empty()));
    }

    private void step(Inbound inbound) {
        NodeEvent event = inbound.event();
        world.journal().note(world.now(), host.name(), event);
        Optional<Hearing> hearing = inbound.heard().map(packet -> new Hearing(world, host, packet, listeningFrom));
        NodeSpec before = loaded;
        if (event instanceof NodeEvent.ReloadCommitted(var changed)) {
            loaded = changed;
        }
        long now = localNow();
        reckoning.told(event, event instanceof NodeEvent.LinkChanged ? status() : List.of(), now);
        List<Action> actions = node.on(event, host.clock().show(world.now()));
        status = List.of();
        if (!(event instanceof NodeEvent.StopRequested)) {
            reckoning.answered(event, actions, deadline(), now);
        }
        notices.check(actions, loaded);
        hearing.ifPresent(judge -> judge.answered(actions));
        if (!actions.isEmpty()) {
            runner.run(actions);
        }
        hearing.ifPresent(Hearing::carriedOut);
        if (alive && !(event instanceof NodeEvent.StopRequested)) {
            awaitGroups(event, now);
            if (reckoning.check()) {
                unity.check(event, loaded);
            }
        }
        if (event instanceof NodeEvent.AddressRemoved || event instanceof NodeEvent.Resynced) {
            host.kernel().noticed(event);
            world.holdings().changed(host);
        }
        if (alive && event instanceof NodeEvent.ReloadCommitted) {
            readTrackers(before.surroundings().trackers());
        }
        arm();
    }

    /// One wake-up is under way at most; when it comes too early, because the deadline moved on, the next is ordered.
    private void arm() {
        if (!alive) {
            return;
        }
        dueAt = deadline();
        if (dueAt < wakeAt) {
            wakeAt = dueAt;
            long due = dueAt;
            world.at(world.soonAfter(host.clock().world(due), Timing.WAKE_NANOS), () -> wake(due));
        }
    }

    private long deadline() {
        return node.nextDeadline().map(time -> time.nanos()).orElse(NEVER);
    }

    private void wake(long due) {
        if (!alive || paused || due != wakeAt) {
            return;
        }
        wakeAt = NEVER;
        if (dueAt <= localNow()) {
            step(new NodeEvent.TimerFired());
        } else {
            arm();
        }
    }

    /// Whose wait is over and who has to wait for others waits anew.
    private void awaitGroups(NodeEvent event, long now) {
        if (!(event instanceof NodeEvent.TimerFired) || loaded.surroundings().syncGroups().isEmpty()) {
            return;
        }
        for (InstanceStatus one : status()) {
            if (one.state() instanceof VrrpState.Backup backup && backup.isWilling()
                    && backup.waitingSince().nanos() == now) {
                known(one.id()).ifPresent(member -> member.duty().waitsForGroup());
            }
        }
    }

    /// A track script is run; its end is known some time later.
    void run(ScriptSpec script) {
        if (!atWork.add(script.name())) {
            throw world.violation(host.name() + " runs " + script.name() + " while it runs");
        }
        Services.Run run = host.services().run(script);
        world.at(world.now() + run.nanos(), () -> {
            atWork.remove(script.name());
            take(new NodeEvent.ScriptEnded(script, run.result()));
        });
    }

    Reckoning reckoning() {
        return reckoning;
    }

    Notices notices() {
        return notices;
    }

    Unity unity() {
        return unity;
    }

    void prepare(InstancePlan plan) {
        Optional<Member> before = known(plan.id());
        Member member = new Member(host, plan, before.map(Member::state).orElse(VrrpStateName.INIT), world.now(),
                host.clock().world(listeningFrom), new Duty(world, host, plan, listeningFrom));
        members.put(plan.id(), member);
        before.ifPresentOrElse(old -> world.elections().rejoin(old, member), () -> world.elections().join(member));
        before.ifPresent(old -> member.duty().continues(old.duty()));
    }

    void release(InstanceId instance) {
        world.elections().leave(member(instance));
        members.remove(instance);
    }

    /// Empty for an instance that lacks what it takes to be prepared, or is gone.
    Optional<Member> known(InstanceId instance) {
        return Optional.ofNullable(members.get(instance));
    }

    Member member(InstanceId instance) {
        return known(instance).orElseThrow(
                () -> world.violation(host.name() + " acts for " + instance + ", which is not prepared"));
    }
}
