package io.holdfast.node;

import io.holdfast.base.IpAddress;
import io.holdfast.base.MonoTime;
import io.holdfast.vrrp.Cause;
import io.holdfast.vrrp.Cause.Trigger;
import io.holdfast.vrrp.VrrpEvent;
import io.holdfast.vrrp.VrrpMachine;
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

    private NodeSpec spec;
    private Roster roster;
    private int lastNumber;
    private Phase phase = Phase.LOADING;
    /// Until then nothing is heard, and silence does not count (`vrrp_startup_delay`).
    private MonoTime listeningFrom = new MonoTime(Long.MIN_VALUE);
    private MonoTime startedAt = new MonoTime(Long.MIN_VALUE);

    public Node(NodeSpec spec) {
        this.spec = spec;
        this.announcer = new Announcer(spec.pacing(), outbox, timers);
        this.stepper = new Stepper(outbox, timers, clock, announcer, lateness);
        this.reception = new Reception(outbox, stepper, clock);
        this.preparation = new Preparation(links, outbox, reception);
        this.custody = new Custody(links, outbox, timers, stepper, announcer);
        this.succession = new Succession(links, stepper);
        this.roster = new Roster(allNew(spec.instances()));
        lateness.begin(roster.all());
    }

    /// The configuration in effect.
    public NodeSpec spec() {
        return spec;
    }

    /// All instances in configuration order, as they are now.
    public List<InstanceStatus> status() {
        List<InstanceStatus> status = new ArrayList<>(roster.all().size());
        for (Instance instance : roster.all()) {
            status.add(instance.status());
        }
        return status;
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
            if (phase == Phase.RUNNING && !now.isBefore(listeningFrom)) {
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
            stepper.step(instance, VrrpEvent.TIMER, now);
        } else if (due instanceof Pacer pacer) {
            pacer.sendDue(outbox, timers, now);
        } else if (due instanceof Overdue overdue) {
            custody.addOverdue(overdue, now);
        }
    }

    private void onRareEvent(NodeEvent event, MonoTime now) {
        switch (event) {
            case NodeEvent.LinkChanged(var link) -> linkChanged(link, now);
            case NodeEvent.LinkRemoved(int linkIndex) -> {
                Optional<Link> removed = links.byIndex(linkIndex);
                links.remove(linkIndex);
                if (removed.isPresent()) {
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
            case NodeEvent.ScriptEnded _, NodeEvent.FileRead _, NodeEvent.ProcessesCounted _ -> { }
            case NodeEvent.ReloadCommitted(var changed) -> reload(changed, now);
            case NodeEvent.StopRequested(boolean release) -> stop(release, now);
            case NodeEvent.PacketReceived _, NodeEvent.TimerFired _ -> throw new AssertionError("not rare");
        }
    }

    /// Those that go on where another process ended come first, since peers count the time.
    private void start(Memory memory, MonoTime now) {
        phase = Phase.RUNNING;
        startedAt = now;
        prepareAll();
        List<Instance> others = new ArrayList<>(roster.all().size());
        outbox.advertsFirst();
        for (Instance instance : roster.all()) {
            if (!succession.resume(instance, memory, now)) {
                others.add(instance);
            }
        }
        outbox.thenTheRest();
        // Who was master had the start-up delay behind it, which is the same for all.
        listeningFrom = others.size() < roster.all().size() ? now : delayEnd();
        for (Instance instance : others) {
            startInstance(instance, now);
        }
    }

    private MonoTime delayEnd() {
        MonoTime afterStart = startedAt.plus(spec.startupDelay());
        // The monotonic clock begins with the machine.
        MonoTime afterBoot = new MonoTime(spec.delayAfterBoot().toNanos());
        return afterBoot.isAfter(afterStart) ? afterBoot : afterStart;
    }

    private MonoTime listeningFrom(MonoTime now) {
        return now.isBefore(listeningFrom) ? listeningFrom : now;
    }

    private void prepareAll() {
        for (Instance instance : roster.all()) {
            prepare(instance);
        }
    }

    private void prepare(Instance instance) {
        Resolution resolution = resolve(instance);
        preparation.adopt(instance, resolution);
        instance.faults = resolution.faultsOf(instance);
    }

    /// Addresses left over from a crash are removed, unless the instance becomes master now and keeps them.
    ///
    /// @param instance prepared
    private void startInstance(Instance instance, MonoTime now) {
        MonoTime from = listeningFrom(now);
        if (!instance.faults.isEmpty() || !VrrpMachine.startsAsMaster(instance.spec(), from, now)) {
            custody.removeSurplus(instance, instance.placed);
        }
        stepper.step(instance, instance.faults.isEmpty() ? new VrrpEvent.Started(from)
                : new VrrpEvent.FaultFound(instance.faults.getFirst().whenFound()), now);
    }

    private Resolution resolve(Instance instance) {
        return Resolution.of(instance.spec(), links, instance.source(), roster.virtual());
    }

    /// An interface that gets another name concerns those who know it by either.
    private void linkChanged(Link link, MonoTime now) {
        Optional<Link> before = links.byIndex(link.index());
        links.put(link);
        if (before.isPresent()) {
            preparation.again(roster.on(before.get().name()), link.index());
        }
        if (before.isPresent() && !before.get().name().equals(link.name())) {
            review(roster.on(before.get().name()), now);
        }
        reviewOn(link, now);
        custody.onChanged(link.index(), now);
    }

    /// Virtual addresses come and go without any effect on where advertisements are sent from.
    private void reviewSources(int linkIndex, IpAddress address, MonoTime now) {
        Optional<Link> link = links.byIndex(linkIndex);
        if (link.isPresent() && roster.holding(address).isEmpty()) {
            reviewOn(link.get(), now);
        }
    }

    private void reviewOn(Link link, MonoTime now) {
        review(roster.on(link.name()), now);
        review(roster.anywhere(), now);
    }

    private void review(List<Instance> concerned, MonoTime now) {
        for (int i = 0; phase == Phase.RUNNING && i < concerned.size(); i++) {
            review(concerned.get(i), now);
        }
    }

    /// Compares what an instance needs with what is there.
    private void review(Instance instance, MonoTime now) {
        Resolution resolution = resolve(instance);
        if (!resolution.confirmsPlan(instance)) {
            instance.unprepared = Optional.empty();
        }
        List<Fault> faults = resolution.faultsOf(instance);
        List<Fault> before = instance.faults;
        instance.faults = faults;
        // What has to be said and removed now still is what was prepared before.
        if (!faults.isEmpty() && !instance.isFaulty()) {
            stepper.step(instance, new VrrpEvent.FaultFound(faults.getFirst().whenFound()), now);
        }
        List<PlacedAddress> placed = instance.placed;
        preparation.adopt(instance, resolution);
        announcer.follow(instance, placed, now);
        if (faults.isEmpty() && instance.isFaulty()) {
            custody.removeSurplus(instance, instance.placed);
            Cause cause = before.getFirst().whenCleared();
            stepper.step(instance, new VrrpEvent.FaultsCleared(listeningFrom(now), cause), now);
            preparation.announceSource(instance);
        }
    }

    private void prepareFailed(NodeEvent.PrepareFailed failed, MonoTime now) {
        Optional<Instance> instance = roster.byId(failed.instance());
        if (instance.isPresent()) {
            instance.get().unprepared = Optional.of(new Fault(Fault.Reason.NO_SOCKET, failed.reason()));
            if (phase == Phase.RUNNING) {
                review(instance.get(), now);
            }
        }
    }

    /// The first look; or notifications were lost, so everything is looked at again.
    private void resync(NodeEvent.Resynced resynced, MonoTime now) {
        links.clear();
        for (Link link : resynced.links()) {
            links.put(link);
        }
        for (NodeEvent.AddressAdded added : resynced.addresses()) {
            links.addAddress(added.linkIndex(), added.prefix());
        }
        if (phase == Phase.LOADING) {
            prepareAll();
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
        for (Instance instance : roster.all()) {
            boolean doubts = instance.state instanceof VrrpState.Backup backup
                    ? by.toNanos() > backup.masterInterval().toNanos() / 2 : stalled;
            if (doubts) {
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
            enlist(allNew(changed.instances()));
            prepareAll();
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
        enlist(ordered);
        rebaseDelay(now);
        carryOut(reconfigured, added, now);
    }

    private record Reconfiguration(Instance instance, ReloadPlan.Change change) {}

    /// A start-up delay that is over stays over; one that is running ends when the new value says (`vrrp.md` 3.3).
    private void rebaseDelay(MonoTime now) {
        MonoTime end = delayEnd();
        if (!now.isBefore(listeningFrom) || end.nanos() == listeningFrom.nanos()) {
            return;
        }
        listeningFrom = end;
        for (Instance instance : roster.all()) {
            stepper.step(instance, new VrrpEvent.DelayChanged(listeningFrom(now)), now);
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

    private void enlist(List<Instance> instances) {
        roster = new Roster(instances);
        lateness.begin(instances);
    }

    private void carryOut(List<Reconfiguration> reconfigured, List<Instance> added, MonoTime now) {
        for (Reconfiguration one : reconfigured) {
            List<PlacedAddress> before = one.instance().placed;
            review(one.instance(), now);
            custody.removeReplaced(one.instance(), before);
        }
        // An address that became or ceased to be virtual may change the source of those that were kept, too.
        for (Instance instance : roster.all()) {
            if (!(instance.state instanceof VrrpState.Init)) {
                review(instance, now);
            }
        }
        for (Reconfiguration one : reconfigured) {
            boolean missing = custody.addMissing(one.instance());
            stepper.step(one.instance(), new VrrpEvent.Reconfigured(one.change().after().priority(),
                    one.change().isHeard(), missing), now);
        }
        for (Instance instance : added) {
            prepare(instance);
            startInstance(instance, now);
        }
    }

    private void end(Instance instance, MonoTime now) {
        Cause cause = new Cause(Trigger.RELOADED, "no longer configured", "vrrp.md 3.10");
        stepper.step(instance, new VrrpEvent.Stopped(cause), now);
        notify(instance, VrrpStateName.DELETED, cause);
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
            notify(instance, VrrpStateName.STOP, cause);
        }
        phase = Phase.STOPPED;
    }

    private void notify(Instance instance, VrrpStateName state, Cause cause) {
        outbox.add(new Action.Notify(instance.id(), state, instance.state.priority(), cause));
    }
}
