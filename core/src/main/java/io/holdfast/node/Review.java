package io.holdfast.node;

import io.holdfast.base.IpAddress;
import io.holdfast.base.MonoTime;
import io.holdfast.vrrp.Cause;
import io.holdfast.vrrp.VrrpEvent;
import io.holdfast.vrrp.VrrpMachine;
import io.holdfast.vrrp.VrrpState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Compares what an instance needs with what is there: interfaces, addresses, trackers, the rest of its sync group.
final class Review {
    private final LinkTable links;
    private final Outbox outbox;
    private final Stepper stepper;
    private final Announcer announcer;
    private final Preparation preparation;
    private final Custody custody;
    private final Trackers trackers;
    private final StartDelay delay;
    private Set<IpAddress> virtual = Set.of();

    Review(LinkTable links, Outbox outbox, Stepper stepper, Announcer announcer, Preparation preparation,
            Custody custody, Trackers trackers, StartDelay delay) {
        this.links = links;
        this.outbox = outbox;
        this.stepper = stepper;
        this.announcer = announcer;
        this.preparation = preparation;
        this.custody = custody;
        this.trackers = trackers;
        this.delay = delay;
    }

    /// @param addresses all virtual addresses of the configuration
    void configure(Set<IpAddress> addresses) {
        virtual = addresses;
    }

    private Resolution resolve(Instance instance) {
        return Resolution.of(instance.spec(), links, instance.source(), virtual);
    }

    /// Before an instance starts: what it resolves to, what it lacks, what its trackers make of its priority.
    void prepare(Instance instance, MonoTime now) {
        Resolution resolution = resolve(instance);
        preparation.adopt(instance, resolution);
        Standing standing = Standing.of(instance, trackers, links);
        instance.ownFaults = together(resolution.faultsOf(instance), standing.faults());
        if (standing.priority() != instance.state.priority()) {
            stepper.step(instance, new VrrpEvent.PriorityChanged(standing.priority()), now);
        }
    }

    /// Whether nothing keeps an instance, or another one of its sync group, from working.
    boolean isReady(Instance instance) {
        instance.faults = faultsOf(instance);
        return instance.faults.isEmpty();
    }

    /// Whether an instance cannot start yet: a script that decides over fault or not has never run, its own or that of
    /// another member of its sync group.
    boolean isPending(Instance instance) {
        if (instance.group.isEmpty()) {
            return isWaitingForScript(instance);
        }
        for (Instance member : instance.group.get().members()) {
            if (member.state instanceof VrrpState.Init && isWaitingForScript(member)) {
                return true;
            }
        }
        return false;
    }

    private boolean isWaitingForScript(Instance instance) {
        return !instance.resumed && Standing.of(instance, trackers, links).pending();
    }

    /// Addresses left over from a crash are removed, unless the instance becomes master now and keeps them.
    ///
    /// @param instance prepared, like all others of its sync group
    void start(Instance instance, MonoTime now) {
        MonoTime from = delay.listeningFrom(now);
        instance.faults = faultsOf(instance);
        boolean alone = instance.group.isEmpty() || instance.group.get().isOfOwners();
        if (!instance.faults.isEmpty() || !alone || !VrrpMachine.startsAsMaster(instance.spec(), from, now)) {
            custody.removeSurplus(instance, instance.placed);
        }
        stepper.step(instance, instance.faults.isEmpty() ? new VrrpEvent.Started(from, alone)
                : new VrrpEvent.FaultFound(instance.faults.getFirst().whenFound()), now);
    }

    /// Addresses left over from a crash are removed also while nothing is decided: another router may have them.
    void await(Instance instance) {
        custody.removeSurplus(instance, instance.placed);
    }

    /// Something that the instance may depend on is different.
    void again(Instance instance, MonoTime now) {
        if (instance.state instanceof VrrpState.Init) {
            prepare(instance, now);
            return;
        }
        Standing standing = Standing.of(instance, trackers, links);
        instance.resumed &= standing.unknown();
        changePriority(instance, standing, now);
        again(instance, standing, now);
    }

    /// A new configuration, whose priority the instance has yet to be told.
    void reconfigured(Instance instance, MonoTime now) {
        if (instance.state instanceof VrrpState.Init) {
            prepare(instance, now);
        } else {
            again(instance, Standing.of(instance, trackers, links), now);
        }
    }

    /// What members of sync groups lack is known of all of them before any of them moves: one event may be the end of
    /// one member's faults and the beginning of another's.
    void look(List<Instance> concerned) {
        for (int i = 0; i < concerned.size(); i++) {
            Instance instance = concerned.get(i);
            if (instance.group.isPresent()) {
                findFaults(instance, resolve(instance), Standing.of(instance, trackers, links));
            }
        }
    }

    private static void findFaults(Instance instance, Resolution resolution, Standing standing) {
        if (!resolution.confirmsPlan(instance)) {
            instance.unprepared = Optional.empty();
        }
        instance.ownFaults = together(resolution.faultsOf(instance), standing.faults());
    }

    private void again(Instance instance, Standing standing, MonoTime now) {
        Resolution resolution = resolve(instance);
        List<Fault> before = instance.faults;
        findFaults(instance, resolution, standing);
        instance.faults = faultsOf(instance);
        // What has to be said and removed now still is what was prepared before.
        if (!instance.faults.isEmpty() && !instance.isFaulty()) {
            stepper.step(instance, new VrrpEvent.FaultFound(instance.faults.getFirst().whenFound()), now);
        }
        List<PlacedAddress> placed = instance.placed;
        preparation.adopt(instance, resolution);
        announcer.follow(instance, placed, now);
        if (instance.faults.isEmpty() && instance.isFaulty()) {
            custody.removeSurplus(instance, instance.placed);
            Cause cause = before.getFirst().whenCleared();
            stepper.step(instance, new VrrpEvent.FaultsCleared(delay.listeningFrom(now), cause), now);
            preparation.announceSource(instance);
        }
    }

    /// The priority of an owner is none of its trackers' business.
    private void changePriority(Instance instance, Standing standing, MonoTime now) {
        if (standing.priority() != instance.state.priority() && !instance.spec().isOwner()) {
            stepper.step(instance, new VrrpEvent.PriorityChanged(standing.priority()), now);
            outbox.tellPriority(instance, standing.reckoning());
        }
    }

    /// How the effective priority comes about, in words; empty where nothing is tracked.
    String reckoningOf(Instance instance) {
        return Standing.of(instance, trackers, links).reckoning();
    }

    /// The effective priority under a new configuration.
    int priorityOf(Instance instance) {
        return Standing.of(instance, trackers, links).priority();
    }

    private static List<Fault> faultsOf(Instance instance) {
        if (!instance.ownFaults.isEmpty() || instance.group.isEmpty()) {
            return instance.ownFaults;
        }
        Optional<Fault> other = instance.group.get().faultFor(instance);
        return other.isEmpty() ? List.of() : List.of(other.get());
    }

    private static List<Fault> together(List<Fault> some, List<Fault> others) {
        if (others.isEmpty()) {
            return some;
        }
        List<Fault> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
