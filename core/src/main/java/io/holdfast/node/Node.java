package io.holdfast.node;

import io.holdfast.base.IpAddress;
import io.holdfast.base.MonoTime;
import io.holdfast.notify.Notice;
import io.holdfast.notify.NotifySpec;
import io.holdfast.vrrp.Cause;
import io.holdfast.vrrp.Cause.Trigger;
import io.holdfast.vrrp.VrrpEvent;
import io.holdfast.vrrp.VrrpSpec;
import io.holdfast.vrrp.VrrpState;
import io.holdfast.vrrp.VrrpStateName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The one door to the VRRP logic: events and the time go in, actions come out.
///
/// ```
///   shell: sockets, netlink, timers                core: decisions
///   -------------------------------   on(event)   -----------------
///   PacketReceived, LinkChanged, ...  ---------->  Node
///   SendAdvert, AddAddresses, ...     <----------   instances, timers
///                                      actions
/// ```
///
/// Begins with [NodeEvent.WallClockSet], [NodeEvent.Resynced], upon which everything is prepared, and
/// [NodeEvent.Started]. In one turn of the loop the packets that wait are delivered before [NodeEvent.TimerFired], so
/// that no silence is believed that is already over.
///
/// Owned by one thread. Reads no clock: the same events at the same times give the same actions.
public final class Node {
    private static final MonoTime NEVER_YET = new MonoTime(Long.MIN_VALUE);

    private enum Phase { LOADING, RUNNING, STOPPED }

    private final LinkTable links = new LinkTable();
    private final TimerHeap timers = new TimerHeap();
    private final Outbox outbox = new Outbox(links);
    private final WallClock clock = new WallClock();
    private final Lateness lateness = new Lateness();
    private final Announcer announcer;
    private final Stepper stepper;
    private final Reception reception;
    private final Preparation preparation;
    private final Custody custody;
    private final Succession succession;
    private final Trackers trackers;
    private final LinkDelays linkDelays = new LinkDelays(timers);
    private final StartDelay delay = new StartDelay();
    private final Review review;
    private final Groups groups;

    private NodeSpec spec;
    private Roster roster;
    private Dependents dependents;
    private int lastNumber;
    private Phase phase = Phase.LOADING;

    public Node(NodeSpec spec) {
        this.spec = spec;
        this.announcer = new Announcer(spec.pacing(), outbox, timers);
        this.stepper = new Stepper(outbox, timers, clock, announcer, lateness);
        this.reception = new Reception(outbox, stepper, clock);
        this.preparation = new Preparation(links, outbox, reception);
        this.custody = new Custody(links, outbox, timers, stepper, announcer);
        this.succession = new Succession(links, stepper);
        this.trackers = new Trackers(outbox, timers);
        this.review = new Review(links, outbox, stepper, announcer, preparation, custody, trackers, delay);
        this.groups = new Groups(outbox, stepper, review);
        this.roster = new Roster(List.of());
        this.dependents = new Dependents(List.of());
        enlist(allNew(spec.instances()), NEVER_YET);
    }

    /// The configuration in effect.
    public NodeSpec spec() {
        return spec;
    }

    /// All instances in configuration order, as they are now.
    public List<InstanceStatus> status() {
        List<InstanceStatus> status = new ArrayList<>(roster.all().size());
        for (int i = 0; i < roster.all().size(); i++) {
            status.add(status(i));
        }
        return status;
    }

    /// How many instances there are.
    public int size() {
        return roster.all().size();
    }

    /// One of them.
    ///
    /// @param index in configuration order, from 0
    public InstanceStatus status(int index) {
        Instance instance = roster.all().get(index);
        return instance.status(review.reckoningOf(instance));
    }

    /// All sync groups in configuration order.
    public List<GroupStatus> groups() {
        return groups.status();
    }

    /// Everything tracked but interfaces.
    public List<TrackerStatus> trackers() {
        return trackers.status(dependents);
    }

    /// What pipes are told of everybody's present state: groups first, as at the start.
    public List<Notice> presentNotices() {
        List<Notice> notices = new ArrayList<>();
        for (SyncGroup group : groups.all()) {
            notices.add(new Notice(Notice.Subject.GROUP, group.name(), Stepper.eventOf(group.state), 0,
                    group.spec().notifications(), true));
        }
        for (Instance instance : roster.all()) {
            notices.add(new Notice(Notice.Subject.INSTANCE, instance.spec().name(),
                    Stepper.eventOf(instance.state.name()), instance.state.priority(), instance.notifications, true));
        }
        return notices;
    }

    /// Starts all statistics again at zero.
    public void clearCounters() {
        for (Instance instance : roster.all()) {
            instance.counters.clear();
        }
        reception.clearStray();
    }

    /// What came in and concerned no instance.
    public StrayPackets strayPackets() {
        return reception.stray();
    }

    /// When the node next wants a [NodeEvent.TimerFired]; empty while nothing is due.
    public Optional<MonoTime> nextDeadline() {
        MonoTime earliest = timers.earliest();
        return phase == Phase.STOPPED || earliest.nanos() == VrrpState.NEVER.nanos() ? Optional.empty()
                : Optional.of(earliest);
    }

    /// Takes one event.
    ///
    /// @param now never before the `now` of an earlier call
    /// @return what to do, in this order; valid until the next call
    public List<Action> on(NodeEvent event, MonoTime now) {
        outbox.clear();
        if (phase == Phase.STOPPED) {
            return outbox.view();
        }
        if (event instanceof NodeEvent.PacketReceived packet) {
            if (phase == Phase.RUNNING && delay.isOver(now)) {
                reception.receive(packet, spec.logUnknownVrids(), now);
            }
        } else if (event instanceof NodeEvent.TimerFired) {
            fireTimers(now);
        } else {
            onRareEvent(event, now);
        }
        return outbox.view();
    }

    private void fireTimers(MonoTime now) {
        outbox.advertsFirst();
        while (!timers.earliest().isAfter(now)) {
            fire(timers.top(), now);
        }
        outbox.thenTheRest();
    }

    private void fire(TimerHeap.Entry due, MonoTime now) {
        if (due instanceof Instance instance) {
            stepper.step(instance, mayGoOn(instance, now) ? VrrpEvent.TIMER : new VrrpEvent.GroupNotReady(), now);
        } else if (due instanceof Pacer pacer) {
            pacer.sendDue(outbox, timers, now);
        } else if (due instanceof Overdue overdue) {
            custody.addOverdue(overdue, now);
        } else if (due instanceof ScriptTracker script) {
            script.runDue(outbox, timers, now);
        } else if (due instanceof ProcessTracker process) {
            if (trackers.settle(process)) {
                review(dependents.onProcess(process.spec().name()), now);
            }
        } else if (due instanceof LinkDelays.Waiting waiting) {
            linkDelays.forget(waiting.link().index());
            linkCounts(waiting.link(), now);
        }
    }

    /// A backup whose wait is over goes no further than its sync group lets it.
    private static boolean mayGoOn(Instance instance, MonoTime now) {
        return instance.group.isEmpty() || !(instance.state instanceof VrrpState.Backup backup)
                || backup.masterDownAt().isAfter(now) || instance.group.get().letsRise(instance);
    }

    private void onRareEvent(NodeEvent event, MonoTime now) {
        switch (event) {
            case NodeEvent.LinkChanged(var link) -> linkChanged(link, now);
            case NodeEvent.LinkRemoved(int linkIndex) -> {
                Optional<Link> removed = links.byIndex(linkIndex);
                linkDelays.forget(linkIndex);
                links.remove(linkIndex);
                if (removed.isPresent()) {
                    noteLink(removed.get(), "is gone");
                    reviewOn(removed.get(), now);
                }
            }
            case NodeEvent.AddressAdded(int linkIndex, var prefix) -> {
                links.addAddress(linkIndex, prefix);
                reviewSources(linkIndex, prefix.address(), now);
                custody.onAdded(linkIndex, prefix, now);
            }
            case NodeEvent.AddressRemoved(int linkIndex, var prefix) -> {
                links.removeAddress(linkIndex, prefix);
                custody.onRemoved(roster.holding(prefix.address()), linkIndex, prefix);
                reviewSources(linkIndex, prefix.address(), now);
            }
            case NodeEvent.Resynced resynced -> resync(resynced, now);
            case NodeEvent.WallClockSet set -> clock.set(set);
            case NodeEvent.Started(var memory) -> start(memory, now);
            case NodeEvent.AddressesApplied applied -> {
                Optional<Instance> instance = roster.byId(applied.instance());
                if (instance.isPresent()) {
                    custody.onApplied(instance.get(), applied, now);
                }
            }
            case NodeEvent.AdvertFailed failed -> advertFailed(failed);
            case NodeEvent.PrepareFailed failed -> prepareFailed(failed, now);
            case NodeEvent.LoopLate(var by) -> loopLate(by, now);
            case NodeEvent.ScriptEnded(var script, var result) -> {
                if (trackers.scriptEnded(script, result)) {
                    review(dependents.onScript(script.name()), now);
                }
            }
            case NodeEvent.FileRead(var file, int value) -> {
                if (trackers.fileRead(file, value)) {
                    review(dependents.onFile(file), now);
                }
            }
            case NodeEvent.ProcessesCounted(var tracker, int count) -> {
                if (trackers.processesCounted(tracker, count, now)) {
                    review(dependents.onProcess(tracker), now);
                }
            }
            case NodeEvent.ReloadCommitted(var changed) -> reload(changed, now);
            case NodeEvent.StopRequested(boolean release) -> stop(release, now);
            case NodeEvent.PacketReceived _, NodeEvent.TimerFired _ -> throw new AssertionError("not rare");
        }
    }

    /// Those that go on where another process ended come first, since peers count the time.
    private void start(Memory memory, MonoTime now) {
        phase = Phase.RUNNING;
        delay.begin(spec, now);
        groups.hold();
        List<Instance> others = resume(memory, now);
        // Who was master had the start-up delay behind it, which is the same for all.
        if (others.size() < roster.all().size()) {
            delay.waive(now);
        }
        groups.announceStart();
        for (Instance instance : others) {
            begin(instance, now);
        }
        groups.settle();
        trackers.start(now);
    }

    private void begin(Instance instance, MonoTime now) {
        if (review.isPending(instance)) {
            review.await(instance);
        } else {
            review.start(instance, now);
        }
    }

    /// @return who has nothing to go on with
    private List<Instance> resume(Memory memory, MonoTime now) {
        boolean any = memory.size() > 0;
        for (Instance instance : roster.all()) {
            instance.resumed = any;
            review.prepare(instance, now);
        }
        List<Instance> others = new ArrayList<>(roster.all().size());
        outbox.advertsFirst();
        for (Instance instance : roster.all()) {
            if (!review.isReady(instance) || !succession.resume(instance, memory, now)) {
                others.add(instance);
            }
        }
        outbox.thenTheRest();
        for (Instance instance : others) {
            if (instance.resumed) {
                instance.resumed = false;
                review.prepare(instance, now);
            }
        }
        return others;
    }

    private void prepareAll(MonoTime now) {
        for (Instance instance : roster.all()) {
            review.prepare(instance, now);
        }
    }

    /// An interface that gets another name concerns those who know it by either.
    private void linkChanged(Link link, MonoTime now) {
        linkCounts(linkDelays.heard(link, links.byIndex(link.index()), roster.on(link.name()), now), now);
    }

    private void linkCounts(Link link, MonoTime now) {
        Optional<Link> before = links.byIndex(link.index());
        links.put(link);
        if (before.isEmpty() || before.get().up() != link.up()) {
            noteLink(link, link.up() ? "is up" : "is down");
        }
        if (before.isPresent()) {
            preparation.again(roster.on(before.get().name()), link.index());
        }
        if (before.isPresent() && !before.get().name().equals(link.name())) {
            reviewOn(before.get(), now);
        }
        reviewOn(link, now);
        custody.onChanged(link.index(), now);
    }

    private void noteLink(Link link, String said) {
        if (phase == Phase.RUNNING
                && !(roster.on(link.name()).isEmpty() && dependents.onInterface(link.name()).isEmpty())) {
            outbox.note(Observation.Kind.INTERFACE, link.name(), said);
        }
    }

    /// Virtual addresses come and go without any effect on where advertisements are sent from.
    private void reviewSources(int linkIndex, IpAddress address, MonoTime now) {
        Optional<Link> link = links.byIndex(linkIndex);
        if (link.isPresent() && roster.holding(address).isEmpty()) {
            reviewOn(link.get(), now);
        }
    }

    private void reviewOn(Link link, MonoTime now) {
        review.look(dependents.onInterface(link.name()));
        review.look(roster.anywhere());
        review(roster.on(link.name()), now);
        review(dependents.onInterface(link.name()), now);
        review(roster.anywhere(), now);
    }

    private void review(List<Instance> concerned, MonoTime now) {
        review.look(concerned);
        for (int i = 0; phase == Phase.RUNNING && i < concerned.size(); i++) {
            review.again(concerned.get(i), now);
        }
        startWaiting(concerned, now);
    }

    /// Those that could not start before a script had run.
    private void startWaiting(List<Instance> concerned, MonoTime now) {
        for (int i = 0; phase == Phase.RUNNING && i < concerned.size(); i++) {
            Instance instance = concerned.get(i);
            if (instance.state instanceof VrrpState.Init && !review.isPending(instance)) {
                start(instance.group.isPresent() ? instance.group.get().members() : List.of(instance), now);
            }
        }
    }

    private void start(List<Instance> together, MonoTime now) {
        groups.hold();
        groups.announceStart();
        for (Instance instance : together) {
            if (instance.state instanceof VrrpState.Init) {
                review.start(instance, now);
            }
        }
        groups.settle();
    }

    private void prepareFailed(NodeEvent.PrepareFailed failed, MonoTime now) {
        Optional<Instance> instance = roster.byId(failed.instance());
        if (instance.isPresent()) {
            instance.get().unprepared = Optional.of(new Fault(Fault.Reason.NO_SOCKET, failed.reason()));
            review(List.of(instance.get()), now);
        }
    }

    /// The first look; or notifications were lost, so everything is looked at again.
    private void resync(NodeEvent.Resynced resynced, MonoTime now) {
        links.clear();
        linkDelays.clear();
        for (Link link : resynced.links()) {
            links.put(link);
        }
        for (NodeEvent.AddressAdded added : resynced.addresses()) {
            links.addAddress(added.linkIndex(), added.prefix());
        }
        if (phase == Phase.LOADING) {
            prepareAll(now);
            return;
        }
        review(roster.all(), now);
        for (Instance instance : roster.all()) {
            custody.repair(instance, now);
        }
    }

    private void advertFailed(NodeEvent.AdvertFailed failed) {
        Optional<Instance> sender = roster.byId(failed.instance());
        // A resignation cannot leave through an interface that is down; that is no news.
        if (sender.isPresent() && !sender.get().isFaulty() && !sender.get().sendFailureLogged) {
            sender.get().sendFailureLogged = true;
            outbox.log(Action.Log.Level.WARNING, sender.get(), "advertisement not sent: " + failed.reason());
        }
    }

    private void loopLate(Duration by, MonoTime now) {
        boolean stalled = lateness.isStall(by);
        if (!stalled && !lateness.isDoubtful(by)) {
            return;
        }
        boolean noted = false;
        for (Instance instance : roster.all()) {
            boolean doubts = instance.state instanceof VrrpState.Backup backup
                    ? by.toNanos() > backup.masterInterval().toNanos() / 2 : stalled;
            if (doubts) {
                if (!noted) {
                    noted = true;
                    outbox.add(new Action.Note(new Observation.Late(by)));
                }
                stepper.step(instance, new VrrpEvent.Overslept(), now);
            }
        }
    }

    /// Addresses are removed everywhere before any is added, so that one may move from an instance to another.
    private void reload(NodeSpec changed, MonoTime now) {
        if (phase == Phase.LOADING) {
            for (Instance instance : roster.all()) {
                preparation.release(instance);
            }
            spec = changed;
            announcer.reconfigure(changed.pacing(), now);
            enlist(allNew(changed.instances()), now);
            prepareAll(now);
            return;
        }
        ReloadPlan plan = ReloadPlan.between(spec, changed);
        Map<String, Instance> before = byName(roster.all());
        for (VrrpSpec removed : plan.removed()) {
            end(named(before, removed), now);
        }
        spec = changed;
        announcer.reconfigure(changed.pacing(), now);
        Map<String, Instance> after = new HashMap<>();
        for (VrrpSpec kept : plan.kept()) {
            after.put(kept.name(), named(before, kept));
        }
        List<Reconfiguration> reconfigured = new ArrayList<>();
        for (ReloadPlan.Change change : plan.changed()) {
            Instance instance = named(before, change.before());
            instance.reconfigure(change.after());
            after.put(change.after().name(), instance);
            reconfigured.add(new Reconfiguration(instance, change));
        }
        List<Instance> added = allNew(plan.added());
        after.putAll(byName(added));
        List<Instance> ordered = new ArrayList<>(after.size());
        for (VrrpSpec instance : changed.instances()) {
            ordered.add(named(after, instance));
        }
        enlist(ordered, now);
        rebaseDelay(now);
        groups.hold();
        review.look(roster.all());
        carryOut(reconfigured, added, now);
        groups.settle();
    }

    private record Reconfiguration(Instance instance, ReloadPlan.Change change) {}

    private void rebaseDelay(MonoTime now) {
        if (delay.rebase(spec, now)) {
            for (Instance instance : roster.all()) {
                stepper.step(instance, new VrrpEvent.DelayChanged(delay.listeningFrom(now)), now);
            }
        }
    }

    private static Map<String, Instance> byName(List<Instance> instances) {
        Map<String, Instance> byName = new HashMap<>();
        for (Instance instance : instances) {
            byName.put(instance.spec().name(), instance);
        }
        return byName;
    }

    private static Instance named(Map<String, Instance> instances, VrrpSpec spec) {
        return Objects.requireNonNull(instances.get(spec.name()));
    }

    private List<Instance> allNew(List<VrrpSpec> specs) {
        List<Instance> all = new ArrayList<>(specs.size());
        for (VrrpSpec instance : specs) {
            all.add(new Instance(++lastNumber, instance));
        }
        return all;
    }

    private void enlist(List<Instance> instances, MonoTime now) {
        roster = new Roster(instances);
        lateness.begin(instances);
        review.configure(roster.virtual());
        SurroundingsSpec surroundings = spec.surroundings();
        groups.configure(surroundings.syncGroups(), instances);
        Attachment.attach(surroundings, instances);
        dependents = new Dependents(instances);
        trackers.configure(surroundings.trackers(), dependents.usedScripts(), now);
        linkDelays.configure(surroundings.trackers().delays());
    }

    private void carryOut(List<Reconfiguration> reconfigured, List<Instance> added, MonoTime now) {
        for (Reconfiguration one : reconfigured) {
            List<PlacedAddress> before = one.instance().placed;
            review.reconfigured(one.instance(), now);
            custody.removeReplaced(one.instance(), before);
        }
        // An address that became or ceased to be virtual may change the source of those that were kept, too.
        for (Instance instance : roster.all()) {
            if (!(instance.state instanceof VrrpState.Init)) {
                review.reconfigured(instance, now);
            }
        }
        for (Reconfiguration one : reconfigured) {
            boolean missing = custody.addMissing(one.instance());
            stepper.step(one.instance(), new VrrpEvent.Reconfigured(review.priorityOf(one.instance()),
                    one.change().isHeard(), missing), now);
        }
        // Those that were kept may have other trackers now.
        for (Instance instance : roster.all()) {
            if (!(instance.state instanceof VrrpState.Init)) {
                review.again(instance, now);
            }
        }
        for (Instance instance : added) {
            review.prepare(instance, now);
        }
        for (Instance instance : added) {
            begin(instance, now);
        }
        startWaiting(roster.all(), now);
    }

    private void end(Instance instance, MonoTime now) {
        Cause cause = new Cause(Trigger.RELOADED, "no longer configured", "vrrp.md 3.10");
        boolean faulty = instance.isFaulty();
        instance.group = Optional.empty();
        stepper.step(instance, new VrrpEvent.Stopped(cause), now);
        outbox.add(new Action.Notify(instance.id(), VrrpStateName.DELETED, instance.state.priority(), cause));
        if (instance.notifications.deleted() instanceof NotifySpec.Deletion.Announced) {
            outbox.tell(instance, Notice.Event.DELETED);
        } else if (!faulty) {
            outbox.tell(instance, Notice.Event.FAULT);
        }
        preparation.release(instance);
    }

    /// All masters first, so that nobody waits for the notifications of others (`vrrp.md` 3.9).
    private void stop(boolean release, MonoTime now) {
        Cause cause = new Cause(Trigger.STOPPED, "the daemon was told to stop", "vrrp.md 3.9");
        if (release) {
            for (Instance instance : roster.all()) {
                stepper.step(instance, new VrrpEvent.Stopped(cause), now);
            }
        }
        for (Instance instance : roster.all()) {
            outbox.add(new Action.Notify(instance.id(), VrrpStateName.STOP, instance.state.priority(), cause));
            outbox.tell(instance, Notice.Event.STOP);
        }
        groups.stop(cause);
        phase = Phase.STOPPED;
    }
}
