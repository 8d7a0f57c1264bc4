package io.holdfast.node;

import io.holdfast.base.IpAddress;
import io.holdfast.vrrp.Cause;
import io.holdfast.vrrp.Delivery;
import io.holdfast.vrrp.OldChecksum;
import io.holdfast.vrrp.Refusal;
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
    List<Fault> faults = List.of();
    /// Why the present plan cannot be carried out.
    Optional<Fault> unprepared = Optional.empty();
    /// Whether advertisements carry the checksum of [OldChecksum].
    boolean oldChecksum;
    Optional<Cause> cause = Optional.empty();

    final VrrpCounters counters = new VrrpCounters();
    final LastAccepted lastAccepted = new LastAccepted();
    final Restores restores = new Restores();
    final LogAllowance packetLines = new LogAllowance();
    final Overdue overdue = new Overdue(this);
    /// What was complained about already (`vrrp.md` 2.4).
    final Set<Refusal> refusalsLogged = EnumSet.noneOf(Refusal.class);
    boolean addressListLogged;
    boolean intervalLogged;
    boolean sendFailureLogged;

    private final Optional<Instance> present = Optional.of(this);
    private Action.SendAdvert advert;

    Instance(int number, VrrpSpec spec) {
        this.id = new InstanceId(number, spec.name());
        this.spec = spec;
        this.state = new VrrpState.Init(spec.priority());
        this.advert = new Action.SendAdvert(id, spec.priority());
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
        advert = new Action.SendAdvert(id, changed.priority());
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

    /// The same object as long as the priority stays the same.
    Action.SendAdvert advert(int priority) {
        if (advert.priority() != priority) {
            advert = new Action.SendAdvert(id, priority);
        }
        return advert;
    }

    /// Everything may be complained about again. So what was found good before is looked at again, too.
    void clearLogged() {
        lastAccepted.forget();
        refusalsLogged.clear();
        addressListLogged = false;
        intervalLogged = false;
        sendFailureLogged = false;
    }

    InstanceStatus status() {
        List<String> texts = new ArrayList<>();
        for (Fault fault : faults) {
            texts.add(fault.toString());
        }
        return new InstanceStatus(id, spec, state, plan, texts, cause, counters.copy());
    }
}
