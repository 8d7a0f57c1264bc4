package io.holdfast.sim;

import io.holdfast.node.InstanceStatus;
import io.holdfast.node.NodeEvent;
import io.holdfast.node.NodeSpec;
import io.holdfast.node.SyncGroupSpec;
import io.holdfast.vrrp.VrrpState;
import io.holdfast.vrrp.VrrpStateName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Judges that the members of a sync group have one state (`vrrp.md` 5.3). Since all of them move in the same step, no
/// group is split when a step ends, but for one whose members a reload brought together, or of whom only some could go
/// on where a killed process ended: that one may be, until it agrees for the first time.
final class Unity {
    private final World world;
    private final Host host;
    private final Set<String> divided = new HashSet<>();

    Unity(World world, Host host) {
        this.world = world;
        this.host = host;
    }

    /// An event changed states, or may have.
    void check(NodeEvent event, NodeSpec spec) {
        List<SyncGroupSpec> groups = spec.surroundings().syncGroups();
        if (groups.isEmpty() || !host.isStarted()) {
            return;
        }
        List<InstanceStatus> all = host.status();
        boolean formed = event instanceof NodeEvent.Started || event instanceof NodeEvent.ReloadCommitted;
        for (SyncGroupSpec group : groups) {
            Set<VrrpStateName> states = new HashSet<>();
            int willing = 0;
            int backups = 0;
            for (InstanceStatus status : all) {
                if (group.members().contains(status.spec().name())) {
                    states.add(status.state().name());
                    willing += status.state() instanceof VrrpState.Backup backup && backup.isWilling() ? 1 : 0;
                    backups += status.state() instanceof VrrpState.Backup ? 1 : 0;
                }
            }
            if (states.size() < 2) {
                divided.remove(group.name());
            } else if (formed || states.contains(VrrpStateName.INIT)) {
                divided.add(group.name());
            } else if (!divided.contains(group.name())) {
                throw violation(group.name() + " is split: " + states(group, all));
            }
            if (!formed && backups > 0 && willing == backups && states.size() == 1) {
                throw violation("nobody in " + group.name() + " waits for anybody, and yet it is not master");
            }
        }
    }

    /// In a cluster that had time to settle.
    void checkSettled() {
        if (host.isStarted() && !divided.isEmpty()) {
            throw violation("sync groups are still split: " + divided);
        }
    }

    private static List<VrrpStateName> states(SyncGroupSpec group, List<InstanceStatus> all) {
        return all.stream().filter(status -> group.members().contains(status.spec().name()))
                .map(status -> status.state().name()).toList();
    }

    private Violation violation(String text) {
        return world.violation(host.name() + ": " + text);
    }
}
