package io.holdfast.sim;

import io.holdfast.base.IpAddress;
import io.holdfast.node.Action;
import io.holdfast.node.InstanceStatus;
import io.holdfast.node.NodeEvent;
import io.holdfast.node.NodeSpec;
import io.holdfast.node.SyncGroupSpec;
import io.holdfast.vrrp.Priority;
import io.holdfast.vrrp.VirtualAddress;
import io.holdfast.vrrp.VrrpSpec;
import io.holdfast.vrrp.VrrpStateName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Judges what a daemon makes of its trackers, against [TrackerBooks]: an effective priority is what the trackers add
/// up to; an instance is in FAULT exactly if it lacks something, or another member of its sync group does; a script
/// runs when its time has come and not twice at once; whatever has a time has a timer.
final class Reckoning {
    private final World world;
    private final Host host;
    private final TrackerBooks books = new TrackerBooks();
    private final Set<Integer> resumed = new HashSet<>();
    /// By the name of the instance, since when it lacks nothing.
    private final Map<String, Long> wellSince = new HashMap<>();
    private final List<String> toRun = new ArrayList<>();
    private NodeSpec spec;
    private boolean changed;

    Reckoning(World world, Host host, NodeSpec spec, long now) {
        this.world = world;
        this.host = host;
        this.spec = spec;
        books.configure(spec, now);
    }

    /// Before the node is told.
    ///
    /// @param users its instances
    /// @param now   on the machine's own clock
    void told(NodeEvent event, List<InstanceStatus> users, long now) {
        toRun.clear();
        changed = false;
        if (event instanceof NodeEvent.TimerFired) {
            changed = books.fires(now, toRun);
        } else if (!(event instanceof NodeEvent.PacketReceived)) {
            changed = true;
            books.told(event, users, now);
            if (event instanceof NodeEvent.ReloadCommitted(var other)) {
                spec = other;
                books.configure(other, now);
            }
        }
    }

    /// The node was told.
    ///
    /// @param deadline when it wants to be woken, on the machine's own clock
    void answered(NodeEvent event, List<Action> actions, long deadline, long now) {
        for (Action action : actions) {
            changed |= action instanceof Action.Notify || action instanceof Action.Reprioritize
                    || action instanceof Action.Resume;
            if (action instanceof Action.Resume(var instance, _, _, _)) {
                resumed.add(instance.number());
            } else if (action instanceof Action.RunScript(var script) && !toRun.remove(script.name())) {
                throw violation("runs " + script.name() + " and must not");
            }
        }
        if (!toRun.isEmpty()) {
            throw violation("does not run " + toRun);
        }
        if (deadline > books.due()) {
            throw violation("has no timer for what is due in " + (books.due() - now) + " ns");
        }
        if (event instanceof NodeEvent.TimerFired && deadline <= now) {
            throw violation("wants the timer again that just fired");
        }
    }

    /// The actions are carried out.
    ///
    /// @return whether states may be different now
    boolean check() {
        if (!changed || !host.isStarted()) {
            return false;
        }
        Map<String, List<String>> faulty = new HashMap<>();
        Set<String> pending = new HashSet<>();
        Set<IpAddress> virtual = virtual();
        boolean unclear = false;
        for (InstanceStatus status : host.status()) {
            TrackerBooks.Sum sum = books.sum(status.spec(), resumed.contains(status.id().number()));
            checkPriority(status, sum.priority());
            boolean served = books.links().serves(status.spec(), virtual);
            unclear |= served != books.links().serves(status.spec(), Set.of());
            if (!served || !sum.faults().isEmpty()) {
                faulty.put(status.spec().name(), served ? sum.faults() : List.of("interface"));
            }
            if (sum.pending() && status.state().name() == VrrpStateName.INIT) {
                pending.add(status.spec().name());
            }
        }
        for (InstanceStatus status : host.status()) {
            String name = status.spec().name();
            boolean well = !faulty.containsKey(name) && othersOf(name).stream().noneMatch(faulty::containsKey);
            boolean waits = pending.contains(name) || othersOf(name).stream().anyMatch(pending::contains);
            if (well && !waits) {
                wellSince.putIfAbsent(name, world.now());
            } else {
                wellSince.remove(name);
            }
            if (!unclear) {
                checkState(status, well, waits, faulty);
            }
        }
        return true;
    }

    private Set<IpAddress> virtual() {
        Set<IpAddress> virtual = new HashSet<>();
        for (VrrpSpec instance : spec.instances()) {
            for (VirtualAddress address : instance.held()) {
                virtual.add(address.address());
            }
        }
        return virtual;
    }

    private void checkPriority(InstanceStatus status, int expected) {
        int priority = status.state().priority();
        boolean right = status.spec().isOwner()
                ? priority == Priority.OWNER || priority == Priority.HIGHEST_BACKUP : priority == expected;
        if (!right) {
            throw violation(status.id() + " has priority " + priority + ", its trackers make " + expected);
        }
    }

    private void checkState(InstanceStatus status, boolean well, boolean waits, Map<String, List<String>> faulty) {
        VrrpStateName state = status.state().name();
        if (state == VrrpStateName.INIT) {
            if (!waits) {
                throw violation(status.id() + " does not start, and waits for no script");
            }
        } else if (state == VrrpStateName.FAULT && well) {
            throw violation(status.id() + " is in FAULT and lacks nothing: " + status.faults());
        } else if (state != VrrpStateName.FAULT && !well) {
            throw violation(status.id() + " is " + state + " and should be in FAULT for " + faulty);
        }
    }

    /// The other members of a sync group.
    List<String> othersOf(String instance) {
        for (SyncGroupSpec group : spec.surroundings().syncGroups()) {
            if (group.members().contains(instance)) {
                return group.members().stream().filter(name -> !name.equals(instance)).toList();
            }
        }
        return List.of();
    }

    /// Since when an instance and its sync group lack nothing; empty while they do.
    Optional<Long> wellSince(String instance) {
        return Optional.ofNullable(wellSince.get(instance));
    }

    /// Whether nothing that an instance and the others of its sync group track is at fault.
    boolean isTrackedWell(VrrpSpec instance) {
        return groupOf(instance).stream().allMatch(one -> books.sum(one, false).faults().isEmpty());
    }

    /// An instance and the other members of its sync group.
    List<VrrpSpec> groupOf(VrrpSpec instance) {
        List<String> others = othersOf(instance.name());
        return spec.instances().stream()
                .filter(one -> one.name().equals(instance.name()) || others.contains(one.name())).toList();
    }

    private Violation violation(String text) {
        return world.violation(host.name() + " " + text);
    }
}
