package io.holdfast.node;

import io.holdfast.vrrp.VrrpSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a reload does, known before it is done.
///
/// @param kept    instances that do not notice
/// @param changed instances that keep their state and get a new configuration
/// @param added   instances that start
/// @param removed instances that resign and end
public record ReloadPlan(List<VrrpSpec> kept, List<Change> changed, List<VrrpSpec> added, List<VrrpSpec> removed) {

    /// @param before the configuration in effect
    /// @param after  the one that replaces it
    public record Change(VrrpSpec before, VrrpSpec after) {}

    public ReloadPlan {
        kept = List.copyOf(kept);
        changed = List.copyOf(changed);
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /// Each list is in the order of the configuration it comes from.
    public static ReloadPlan between(NodeSpec before, NodeSpec after) {
        List<VrrpSpec> kept = new ArrayList<>();
        List<Change> changed = new ArrayList<>();
        List<VrrpSpec> added = new ArrayList<>();
        for (VrrpSpec now : after.instances()) {
            Optional<VrrpSpec> then = find(before.instances(), now);
            if (then.isEmpty()) {
                added.add(now);
            } else if (then.get().equals(now)) {
                kept.add(now);
            } else {
                changed.add(new Change(then.get(), now));
            }
        }
        List<VrrpSpec> removed = new ArrayList<>();
        for (VrrpSpec then : before.instances()) {
            if (find(after.instances(), then).isEmpty()) {
                removed.add(then);
            }
        }
        return new ReloadPlan(kept, changed, added, removed);
    }

    /// Whether both mean the same virtual router on the same network; the name is only for people (`vrrp.md` 3.10).
    static boolean isSameRouter(VrrpSpec one, VrrpSpec other) {
        return one.virtualRouterId() == other.virtualRouterId() && one.family() == other.family()
                && one.interfaceName().equals(other.interfaceName());
    }

    private static Optional<VrrpSpec> find(List<VrrpSpec> instances, VrrpSpec wanted) {
        for (VrrpSpec instance : instances) {
            if (isSameRouter(instance, wanted)) {
                return Optional.of(instance);
            }
        }
        return Optional.empty();
    }
}
