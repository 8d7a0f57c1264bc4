package io.holdfast.node;

import io.holdfast.base.Prefix;
import io.holdfast.vrrp.VirtualAddress;
import java.util.List;
import java.util.Optional;

/// Keeps the plan of each instance in step with the interfaces and addresses there are, and the shell with the plans.
final class Preparation {
    private final LinkTable links;
    private final Outbox outbox;
    private final Reception reception;

    Preparation(LinkTable links, Outbox outbox, Reception reception) {
        this.links = links;
        this.outbox = outbox;
        this.reception = reception;
    }

    /// Tells the shell when the plan is another one, or gone with the interface. Without a source address the old plan
    /// stays: the instance is in FAULT and does not use it.
    void adopt(Instance instance, Resolution resolution) {
        instance.placed = resolution.addresses();
        if (resolution.confirmsPlan(instance)) {
            return;
        }
        Optional<InstancePlan> plan = resolution.plan(instance);
        if (plan.isPresent()) {
            forget(instance);
            instance.plan = plan;
            reception.listen(instance, plan.get());
            outbox.add(new Action.Prepare(plan.get()));
        } else if (resolution.linkIndex().isEmpty()) {
            release(instance);
        }
    }

    void release(Instance instance) {
        if (instance.plan.isPresent()) {
            forget(instance);
            outbox.add(new Action.Release(instance.id()));
        }
    }

    /// Peers that found nobody at our address while the link was down may have given it up (`vrrp.md` 3.4).
    void announceSource(Instance instance) {
        if (!instance.spec().isUnicast() || instance.plan.isEmpty()) {
            return;
        }
        InstancePlan plan = instance.plan.get();
        Optional<Link> link = links.byIndex(plan.linkIndex());
        if (link.isPresent() && link.get().arp() && link.get().mac().isPresent()) {
            VirtualAddress source = VirtualAddress.plain(Prefix.host(plan.source()), link.get().name());
            PlacedAddress placed = new PlacedAddress(source, plan.linkIndex(), link.get().mac());
            outbox.add(new Action.AnnounceOne(instance.id(), placed, 1));
        }
    }

    /// Something about an interface changed, so what failed there may succeed now.
    void again(List<Instance> instances, int linkIndex) {
        for (Instance instance : instances) {
            if (instance.unprepared.isPresent() && instance.plan.isPresent()
                    && instance.plan.get().linkIndex() == linkIndex) {
                forget(instance);
            }
        }
    }

    private void forget(Instance instance) {
        if (instance.plan.isPresent()) {
            reception.stopListening(instance, instance.plan.get());
        }
        instance.plan = Optional.empty();
        instance.unprepared = Optional.empty();
        instance.lastAccepted.forget();
    }
}
