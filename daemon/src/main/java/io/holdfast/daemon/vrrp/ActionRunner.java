package io.holdfast.daemon.vrrp;

import io.holdfast.base.MonoTime;
import io.holdfast.daemon.notify.Notifications;
import io.holdfast.daemon.process.Log;
import io.holdfast.linux.socket.PacketSocket;
import io.holdfast.linux.sys.Errno;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.MonoClock;
import io.holdfast.node.Action;
import io.holdfast.node.InstanceId;
import io.holdfast.node.InstancePlan;
import io.holdfast.node.NodeEvent;
import io.holdfast.vrrp.Cause;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Carries out what the node decided, in order, and keeps what it learns for the node.
final class ActionRunner {
    private final SocketPool sockets;
    private final AddressChanges addresses;
    private final PacketSocket packets;
    private final Forwarding forwarding = new Forwarding();
    private final JournalKeeper journal;
    private final Notifications notifications;
    private final ScriptPort scripts;
    private final Log log;
    private final Map<InstanceId, InstancePort> ports = new HashMap<>();
    private final ArrayDeque<Action> waiting = new ArrayDeque<>();
    private final ArrayDeque<NodeEvent> learnt = new ArrayDeque<>();

    private final Turn turn = new Turn(MonoClock.now());

    ActionRunner(SocketPool sockets, AddressChanges addresses, PacketSocket packets, JournalKeeper journal,
            ScriptPort scripts, Notifications notifications, Log log) {
        this.sockets = sockets;
        this.addresses = addresses;
        this.packets = packets;
        this.journal = journal;
        this.notifications = notifications;
        this.scripts = scripts;
        this.log = log;
    }

    /// Begins a turn of the loop: from now on there is time for so much, the rest waits for the next turn.
    void beginTurn() {
        turn.begin(MonoClock.now());
    }

    /// Shortens the turn where a timer is due before its end: when hundreds of instances take over at once, their
    /// advertisements come first.
    void endTurnBy(MonoTime deadline) {
        turn.endBy(deadline);
    }

    /// Carries out what there is time for. Advertisements do not wait: when hundreds of instances take over at once,
    /// their addresses and announcements take longer than a peer of another instance is prepared to wait.
    void run(List<Action> actions) {
        for (int i = 0; i < actions.size(); i++) {
            Action action = actions.get(i);
            if ((waiting.isEmpty() && !isTurnOver()) || overtakes(action)) {
                run(action);
            } else if (action instanceof Action.Prepare || action instanceof Action.Release) {
                // What waits refers to the plan that was.
                finish();
                run(action);
            } else {
                postpone(action);
            }
        }
    }

    private void postpone(Action action) {
        if (waiting.isEmpty()) {
            turn.putOff(MonoClock.now());
        }
        waiting.add(action);
    }

    private boolean overtakes(Action action) {
        return action instanceof Action.SendAdvert send && ports.containsKey(send.instance());
    }

    private boolean isTurnOver() {
        return turn.isOver(MonoClock.now());
    }

    /// Whether something waits for the next turn.
    boolean isBehind() {
        return !waiting.isEmpty();
    }

    /// Goes on with what waits, as far as this turn goes.
    void goOn() {
        if (!waiting.isEmpty()) {
            turn.goOn(MonoClock.now());
        }
        while (!waiting.isEmpty() && !isTurnOver()) {
            run(waiting.remove());
        }
    }

    /// Carries out all that waits, however long it takes.
    void finish() {
        while (!waiting.isEmpty()) {
            run(waiting.remove());
        }
    }

    /// What the node has to be told next; empty when it knows all.
    Optional<NodeEvent> learnt() {
        return Optional.ofNullable(learnt.poll());
    }

    void forgetLearnt() {
        learnt.clear();
    }

    private void run(Action action) {
        if (action instanceof Action.SendAdvert send) {
            sendAdvert(send);
        } else {
            runOther(action);
            journal.carriedOut(action, MonoClock.now());
        }
    }

    private void runOther(Action action) {
        switch (action) {
            case Action.SendAdvert _ -> throw new AssertionError("not another");
            case Action.Prepare prepare -> prepare(prepare.plan());
            case Action.Release release -> release(release.instance());
            case Action.AddAddresses add -> applied(add.instance(), port(add.instance()).requests().addAll(addresses));
            case Action.RemoveAddresses remove ->
                    applied(remove.instance(), port(remove.instance()).requests().removeAll(addresses));
            case Action.ChangeAddresses change ->
                    applied(change.instance(), addresses.change(change.remove(), change.add()));
            case Action.Announce announce -> complain(announce.instance(),
                    port(announce.instance()).announce(packets, forwarding, announce.rounds()));
            case Action.AnnounceOne one -> complain(one.instance(),
                    InstancePort.announceOne(one.address(), packets, forwarding, one.rounds()));
            case Action.Notify notify -> explain(notify);
            case Action.Resume resume -> log.detail("(" + resume.instance() + ") MASTER as before: "
                    + resume.cause().evidence() + " [" + resume.cause().rule() + "]");
            case Action.NotifyGroup group -> log.info("Group(" + group.group() + ") " + group.state());
            case Action.RunScript run -> scripts.track().run(run.script());
            case Action.Tell tell -> notifications.tell(tell.notice());
            case Action.Reprioritize _, Action.Note _ -> { }
            case Action.ReportRefusal refusal -> log.info(refusal.text());
            case Action.Log line -> log(line);
        }
    }

    private void sendAdvert(Action.SendAdvert send) {
        // Before it leaves: from then on peers wait, and the journal must not count on a longer wait than theirs.
        MonoTime before = MonoClock.now();
        int errno = port(send.instance()).sendAdvert(send.priority(), send.sequence());
        if (errno == 0) {
            journal.carriedOut(send, before);
        } else {
            learnt.add(new NodeEvent.AdvertFailed(send.instance(), Errno.describe(errno)));
        }
    }

    private void prepare(InstancePlan plan) {
        Optional<InstancePort> before = Optional.ofNullable(ports.get(plan.id()));
        // The new user first, so that sockets both plans share stay open and no packet is missed.
        SocketPool.Entry socket = socket(plan);
        before.ifPresent(this::dispose);
        ports.put(plan.id(), new InstancePort(plan, socket));
    }

    /// Without sockets the instance is as deaf and mute as in FAULT, which the node will put it into.
    private SocketPool.Entry socket(InstancePlan plan) {
        SocketPool.Place place = SocketPool.Place.of(plan);
        try {
            SocketPool.Entry socket = sockets.acquire(place);
            sockets.buffer(socket, plan.spec().receiveBuffer().orElse(0));
            return socket;
        } catch (KernelException e) {
            learnt.add(new NodeEvent.PrepareFailed(plan.id(), String.valueOf(e.getMessage())));
            return sockets.acquireDead(place);
        }
    }

    private void release(InstanceId instance) {
        Optional.ofNullable(ports.remove(instance)).ifPresent(this::dispose);
    }

    private void dispose(InstancePort port) {
        sockets.buffer(port.socket(), -port.receiveBuffer());
        sockets.release(port.socket());
    }

    private void applied(InstanceId instance, AddressChanges.Outcome outcome) {
        if (!outcome.added().isEmpty() || !outcome.failed().isEmpty()) {
            learnt.add(new NodeEvent.AddressesApplied(instance, outcome.added(), outcome.failed()));
        }
    }

    private void complain(InstanceId instance, int errno) {
        if (errno != 0) {
            log.warning("(" + instance + ") could not announce its addresses: " + Errno.describe(errno));
        }
    }

    /// Why, in one line. Nobody asks that of a start or a stop.
    private void explain(Action.Notify notify) {
        Cause cause = notify.cause();
        String line = "(" + notify.instance() + ") " + notify.state() + ": " + cause.evidence() + " [" + cause.rule()
                + "]";
        if (cause.trigger() == Cause.Trigger.STARTED || cause.trigger() == Cause.Trigger.STOPPED) {
            log.detail(line);
        } else {
            log.info(line);
        }
    }

    private void log(Action.Log line) {
        switch (line.level()) {
            case DETAIL -> log.detail(line.text());
            case INFO -> log.info(line.text());
            case WARNING -> log.warning(line.text());
        }
    }

    private InstancePort port(InstanceId instance) {
        InstancePort port = ports.get(instance);
        if (port == null) {
            throw new IllegalStateException("no plan for " + instance);
        }
        return port;
    }
}
