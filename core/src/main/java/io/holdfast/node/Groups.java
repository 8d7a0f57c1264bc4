package io.holdfast.node;

import io.holdfast.base.MonoTime;
import io.holdfast.notify.Notice;
import io.holdfast.vrrp.Cause;
import io.holdfast.vrrp.Cause.Trigger;
import io.holdfast.vrrp.VrrpEvent;
import io.holdfast.vrrp.VrrpState;
import io.holdfast.vrrp.VrrpStateName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sync groups: where one member goes, the others follow (`vrrp.md` 5.3).
final class Groups {
    private static final String RULE = "vrrp.md 5.3";

    private final Outbox outbox;
    private final Stepper stepper;
    private final Review review;
    private List<SyncGroup> groups = List.of();

    Groups(Outbox outbox, Stepper stepper, Review review) {
        this.outbox = outbox;
        this.stepper = stepper;
        this.review = review;
        stepper.reportTo(this);
    }

    /// Takes over a configuration. A group of the same name keeps its state.
    void configure(List<SyncGroupSpec> specs, List<Instance> instances) {
        Map<String, Instance> byName = HashMap.newHashMap(instances.size());
        for (Instance instance : instances) {
            instance.group = Optional.empty();
            if (!specs.isEmpty()) {
                byName.put(instance.spec().name(), instance);
            }
        }
        List<SyncGroup> changed = new ArrayList<>(specs.size());
        for (SyncGroupSpec spec : specs) {
            List<Instance> members = new ArrayList<>(spec.members().size());
            for (String name : spec.members()) {
                Instance member = byName.get(name);
                if (member != null) {
                    members.add(member);
                }
            }
            if (!members.isEmpty()) {
                SyncGroup group = new SyncGroup(spec, members, stateOf(spec.name()));
                for (Instance member : members) {
                    member.group = Optional.of(group);
                }
                changed.add(group);
            }
        }
        groups = List.copyOf(changed);
    }

    private VrrpStateName stateOf(String name) {
        for (SyncGroup group : groups) {
            if (group.name().equals(name)) {
                return group.state;
            }
        }
        return VrrpStateName.INIT;
    }

    List<SyncGroup> all() {
        return groups;
    }

    List<GroupStatus> status() {
        List<GroupStatus> status = new ArrayList<>(groups.size());
        for (SyncGroup group : groups) {
            List<String> members = new ArrayList<>(group.members().size());
            for (Instance member : group.members()) {
                members.add(member.id().name());
            }
            status.add(new GroupStatus(group.name(), group.state, members));
        }
        return status;
    }

    /// Several members are about to change for reasons of their own; nobody follows anybody until [#settle].
    void hold() {
        for (SyncGroup group : groups) {
            group.moving = true;
        }
    }

    /// At its start a group that will be backup is announced before its members (`vrrp.md` 5.4).
    void announceStart() {
        for (SyncGroup group : groups) {
            boolean ready = group.state == VrrpStateName.INIT && !group.isOfOwners();
            for (Instance member : group.members()) {
                ready &= member.ownFaults.isEmpty() && !member.resumed && !review.isPending(member);
            }
            if (ready) {
                enter(group, VrrpStateName.BACKUP, new Cause(Trigger.STARTED, "all members start", RULE));
            }
        }
    }

    /// Members have changed; from now on they follow each other again.
    void settle() {
        for (SyncGroup group : groups) {
            group.moving = false;
            settle(group);
        }
    }

    private void settle(SyncGroup group) {
        VrrpStateName common = group.common();
        if (common == group.state) {
            return;
        }
        Instance first = group.members().getFirst();
        Cause cause = first.cause.orElse(new Cause(Trigger.STARTED, "all members start", RULE));
        if (cause.trigger() == Trigger.RESUMED) {
            group.state = common;
        } else {
            enter(group, common, cause);
        }
    }

    /// A member has another state.
    void follow(Instance member, VrrpStateName before, Cause cause, MonoTime now) {
        if (member.group.isEmpty() || member.group.get().moving || member.state instanceof VrrpState.Init) {
            return;
        }
        SyncGroup group = member.group.get();
        group.moving = true;
        Cause joint = cause.trigger() == Trigger.SYNC_GROUP ? cause : new Cause(Trigger.SYNC_GROUP,
                "sync group " + group.name() + ", member " + member.id().name() + ": " + cause.evidence(), RULE);
        for (Instance other : group.members()) {
            if (other != member) {
                follow(other, member, before, cause, joint, now);
            }
        }
        group.moving = false;
        if (group.common() != group.state) {
            enter(group, group.common(), cause);
        }
    }

    private void follow(Instance other, Instance member, VrrpStateName before, Cause cause, Cause joint, MonoTime now) {
        if (member.isMaster()) {
            stepper.step(other, new VrrpEvent.GroupRose(joint), now);
        } else if (before == VrrpStateName.MASTER && !member.isFaulty()) {
            // All resign if one does, and leave it to their peers otherwise.
            stepper.step(other, cause.trigger() == Trigger.ADDRESS_DELETED ? new VrrpEvent.AddressLost(joint)
                    : new VrrpEvent.GroupYielded(joint), now);
        } else {
            review.again(other, now);
        }
    }

    private void enter(SyncGroup group, VrrpStateName state, Cause cause) {
        group.state = state;
        outbox.add(new Action.NotifyGroup(group.name(), state, cause));
        outbox.add(new Action.Tell(new Notice(Notice.Subject.GROUP, group.name(), Stepper.eventOf(state), 0,
                group.spec().notifications())));
    }

    /// The daemon ends.
    void stop(Cause cause) {
        for (SyncGroup group : groups) {
            enter(group, VrrpStateName.STOP, cause);
        }
    }
}
