package io.holdfast.node;

import io.holdfast.base.IpAddress;
import io.holdfast.base.MonoTime;
import io.holdfast.notify.NotifySpec;
import io.holdfast.track.TrackList;
import io.holdfast.vrrp.AdvertChecks;
import io.holdfast.vrrp.Cause;
import io.holdfast.vrrp.Delivery;
import io.holdfast.vrrp.OldChecksum;
import io.holdfast.vrrp.Refusal;
import io.holdfast.vrrp.SecurityAssociation;
import io.holdfast.vrrp.VrrpCounters;
import io.holdfast.vrrp.VrrpMachine;
import io.holdfast.vrrp.VrrpSpec;
import io.holdfast.vrrp.VrrpState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One instance inside a node: its immutable state, and around it what the node keeps for it. Mutable, the node's own.
final class Instance extends TimerHeap.Entry {
    private InstanceId id;
    private VrrpSpec spec;

    VrrpState state;
    Optional<InstancePlan> plan = Optional.empty();
    /// The virtual addresses whose interface exists, also while there is no plan.
    List<PlacedAddress> placed = List.of();
    /// Those of [#ownFaults], or the one it has because another member of its sync group has one.
    List<Fault> faults = List.of();
    /// What it lacks itself.
    List<Fault> ownFaults = List.of();
    /// What it tracks, for itself and for its sync group.
    TrackList tracked = TrackList.NONE;
    NotifySpec notifications = NotifySpec.NONE;
    Optional<SyncGroup> group = Optional.empty();
    /// Whether it went on as master where the process before this one ended, and some script has not run since.
    boolean resumed;
    /// When a weaker router was last told of (`notify_master_rx_lower_pri`).
    MonoTime weakerToldAt = new MonoTime(Long.MIN_VALUE);
    /// Why the present plan cannot be carried out.
    Optional<Fault> unprepared = Optional.empty();
    /// Whether advertisements carry the checksum of [OldChecksum].
    boolean oldChecksum;
    Optional<Cause> cause = Optional.empty();
    /// When it came to its present state.
    MonoTime since = new MonoTime(0);

    final VrrpCounters counters = new VrrpCounters();
    final LastAccepted lastAccepted = new LastAccepted();
    final LastHeard lastHeard = new LastHeard();
    final Restores restores = new Restores();
    final LogAllowance packetLines = new LogAllowance();
    final Overdue overdue = new Overdue(this);
    /// What was complained about already (`vrrp.md` 2.4).
    final Set<Refusal> refusalsLogged = EnumSet.noneOf(Refusal.class);
    boolean addressListLogged;
    boolean intervalLogged;
    boolean skewLogged;
    boolean sendFailureLogged;

    private final Optional<Instance> present = Optional.of(this);
    private SecurityAssociation association;
    private AdvertChecks checks;
    private Action.SendAdvert advert;

    Instance(int number, VrrpSpec spec) {
        this.id = new InstanceId(number, spec.name());
        this.spec = spec;
        this.state = new VrrpState.Init(spec.priority());
        this.association = SecurityAssociation.of(spec);
        this.checks = new AdvertChecks(spec, association);
        this.advert = new Action.SendAdvert(id, spec.priority(), 0);
        this.oldChecksum = startsWithOldChecksum(spec);
    }

    private static boolean startsWithOldChecksum(VrrpSpec spec) {
        return spec.delivery() instanceof Delivery.Unicast unicast
                && unicast.oldChecksum().mode() == OldChecksum.Mode.ALWAYS;
    }

    /// Always the same object, for whoever looks for an instance on a path that must not allocate.
    Optional<Instance> present() {
        return present;
    }

    InstanceId id() {
        return id;
    }

    VrrpSpec spec() {
        return spec;
    }

    /// A reload changed the configuration; the number stays.
    void reconfigure(VrrpSpec changed) {
        if (changed.version() != spec.version()) {
            state = VrrpMachine.afterVersionChange(changed, state);
        }
        spec = changed;
        id = new InstanceId(id.number(), changed.name());
        association = association.reconfigured(changed);
        checks = new AdvertChecks(changed, association);
        advert = new Action.SendAdvert(id, changed.priority(), 0);
        oldChecksum = startsWithOldChecksum(changed);
        clearLogged();
    }

    boolean isMaster() {
        return state instanceof VrrpState.Master;
    }

    boolean isFaulty() {
        return state instanceof VrrpState.Fault;
    }

    Optional<IpAddress> source() {
        return plan.isPresent() ? Optional.of(plan.get().source()) : Optional.empty();
    }

    /// The addresses it is to hold now.
    List<PlacedAddress> wanted() {
        return isMaster() ? placed : List.of();
    }

    AdvertChecks checks() {
        return checks;
    }

    SecurityAssociation association() {
        return association;
    }

    /// The same object as long as priority and sequence number stay the same.
    Action.SendAdvert advert(int priority, long utcNanos) {
        long sequence = association.next(utcNanos);
        if (advert.priority() != priority || advert.sequence() != sequence) {
            advert = new Action.SendAdvert(id, priority, sequence);
        }
        return advert;
    }

    /// Everything may be complained about again. So what was found good before is looked at again, too.
    void clearLogged() {
        lastAccepted.forget();
        refusalsLogged.clear();
        addressListLogged = false;
        intervalLogged = false;
        skewLogged = false;
        sendFailureLogged = false;
    }

    /// @param reckoning as in [Standing]
    InstanceStatus status(String reckoning) {
        List<String> texts = new ArrayList<>();
        for (Fault fault : faults) {
            texts.add(fault.toString());
        }
        return new InstanceStatus(id, spec, state, since, plan, reckoning, texts, cause, lastHeard.bySource(),
                counters.copy());
    }
}
