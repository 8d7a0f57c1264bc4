package io.holdfast.sim;

import io.holdfast.base.IpAddress;
import io.holdfast.journal.Journal;
import io.holdfast.journal.Origin;
import io.holdfast.journal.Recorder;
import io.holdfast.node.Action;
import io.holdfast.node.InstanceId;
import io.holdfast.node.InstancePlan;
import io.holdfast.node.Memory;
import io.holdfast.node.Node;
import io.holdfast.node.NodeEvent;
import io.holdfast.node.NodeSpec;
import io.holdfast.vrrp.Delivery;
import io.holdfast.vrrp.VrrpStateName;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    /// The TTL of a packet that no router has forwarded.
    private static final int SAME_NETWORK = 255;

    /// Simulated machines are never booted again, and their network stays the same.
    private static final Origin ORIGIN = new Origin(1, 1, 1);

    private final World world;
    private final Host host;
    private final Node node;
    private final Runner runner;
    private final Memory memory;
    private final Map<InstanceId, Member> members = new LinkedHashMap<>();
    private final Deque<NodeEvent> inbox = new ArrayDeque<>();
    private final long listeningFrom;
    private boolean alive = true;
    private boolean paused;
    private boolean started;
    private long dueAt = NEVER;
    private long wakeAt = NEVER;
    private long lastNotice;
    private int notices;

    Daemon(World world, Host host, NodeSpec spec) {
        this.world = world;
        this.host = host;
        this.node = new Node(spec);
        this.memory = Journal.recall(host.journal(), ORIGIN);
        this.runner = new Runner(world, host, this, new Recorder(Journal.begin(host.journal(), ORIGIN, 1)));
        this.listeningFrom = world.now() + spec.startupDelay().toNanos();
    }

    void start() {
        step(host.kernel().dump());
        step(new NodeEvent.Started(memory));
        started = true;
        world.holdings().changed(host);
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

    Node node() {
        return node;
    }

    void pause() {
        paused = true;
    }

    /// Everything that waited is there at once; the lateness is known first.
    void resume() {
        paused = false;
        wakeAt = NEVER;
        if (dueAt < world.now()) {
            step(new NodeEvent.LoopLate(Duration.ofNanos(world.now() - dueAt)));
        }
        while (alive && !inbox.isEmpty()) {
            step(inbox.remove());
        }
        arm();
    }

    /// A packet on a socket of ours.
    void hear(int linkIndex, IpAddress source, byte[] packet) {
        if (alive && listensOn(linkIndex) && (!paused || inbox.size() < INBOX_PACKETS)) {
            take(new NodeEvent.PacketReceived(
                    linkIndex, source, Delivery.GROUP_V4.group(), SAME_NETWORK, ByteBuffer.wrap(packet)));
        }
    }

    private boolean listensOn(int linkIndex) {
        for (Member member : members.values()) {
            if (member.plan().linkIndex() == linkIndex) {
                return true;
            }
        }
        return false;
    }

    /// The kernel has something to report; its reports arrive later, and in order.
    void notice(NodeEvent event) {
        lastNotice = Math.max(lastNotice, world.soon(Timing.NOTICE_NANOS));
        int generation = notices;
        world.at(lastNotice, () -> deliver(generation, event));
    }

    /// The buffer of the monitor overflows: what is under way is lost, and the daemon has to look for itself.
    void loseNotices() {
        notices++;
        int generation = notices;
        world.at(world.soon(Timing.NOTICE_NANOS), () -> deliver(generation, host.kernel().dump()));
    }

    private void deliver(int generation, NodeEvent event) {
        if (generation == notices) {
            take(event);
        }
    }

    /// The answer to an action.
    void answer(NodeEvent event) {
        world.at(world.soon(Timing.ANSWER_NANOS), () -> take(event));
    }

    void take(NodeEvent event) {
        if (!alive) {
            return;
        }
        if (paused) {
            inbox.add(event);
        } else {
            step(event);
        }
    }

    private void step(NodeEvent event) {
        world.journal().note(world.now(), host.name(), event);
        List<Action> actions = node.on(event, world.monoTime());
        if (!actions.isEmpty()) {
            runner.run(actions);
        }
        if (event instanceof NodeEvent.AddressRemoved || event instanceof NodeEvent.Resynced) {
            host.kernel().noticed(event);
            world.holdings().changed(host);
        }
        arm();
    }

    /// One wake-up is under way at most; when it comes too early, because the deadline moved on, the next is ordered.
    private void arm() {
        if (!alive) {
            return;
        }
        dueAt = node.nextDeadline().map(time -> time.nanos()).orElse(NEVER);
        if (dueAt < wakeAt) {
            wakeAt = dueAt;
            long due = dueAt;
            world.at(world.soonAfter(due, Timing.WAKE_NANOS), () -> wake(due));
        }
    }

    private void wake(long due) {
        if (!alive || paused || due != wakeAt) {
            return;
        }
        wakeAt = NEVER;
        if (dueAt <= world.now()) {
            step(new NodeEvent.TimerFired());
        } else {
            arm();
        }
    }

    void prepare(InstancePlan plan) {
        Optional<Member> before = known(plan.id());
        Member member = new Member(host, plan, before.map(Member::state).orElse(VrrpStateName.INIT), world.now(),
                listeningFrom);
        members.put(plan.id(), member);
        before.ifPresentOrElse(old -> world.elections().rejoin(old, member), () -> world.elections().join(member));
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
