package io.holdfast.node;

import io.holdfast.vrrp.Delivery.Unicast;
import io.holdfast.vrrp.VirtualAddress;
import io.holdfast.vrrp.VirtualRouter;
import io.holdfast.vrrp.VrrpSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    public record Change(VrrpSpec before, VrrpSpec after) {

        /// What the instance takes from the kernel if it is master.
        public List<VirtualAddress> addressesRemoved() {
            return missing(before.held(), after.held());
        }

        /// What the instance gives to the kernel, and announces, if it is master. An address that is to have another
        /// label, scope or the like is removed and added again: the kernel changes none of these in place.
        public List<VirtualAddress> addressesAdded() {
            return missing(after.held(), before.held());
        }

        /// Whether the other routers hear something new, or at other times: then a master tells them at once.
        public boolean isHeard() {
            return before.version() != after.version() || before.priority() != after.priority()
                    || !before.advertInterval().equals(after.advertInterval())
                    || !before.authentication().equals(after.authentication())
                    || !before.delivery().equals(after.delivery()) || !before.source().equals(after.source())
                    || before.options().checksumAsV2() != after.options().checksumAsV2()
                    || !areSameHosts(before.addresses(), after.addresses());
        }

        private static boolean areSameHosts(List<VirtualAddress> some, List<VirtualAddress> others) {
            boolean same = some.size() == others.size();
            for (int i = 0; same && i < some.size(); i++) {
                same = some.get(i).address().compareTo(others.get(i).address()) == 0;
            }
            return same;
        }

        private static List<VirtualAddress> missing(List<VirtualAddress> here, List<VirtualAddress> there) {
            List<VirtualAddress> missing = new ArrayList<>();
            for (VirtualAddress one : here) {
                if (there.stream().noneMatch(one::isSameInKernel)) {
                    missing.add(one);
                }
            }
            return List.copyOf(missing);
        }
    }

    public ReloadPlan {
        kept = List.copyOf(kept);
        changed = List.copyOf(changed);
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /// Each list is in the order of the configuration it comes from.
    public static ReloadPlan between(NodeSpec before, NodeSpec after) {
        Map<VirtualRouter, List<VrrpSpec>> unmatched = byRouter(before.instances());
        List<Optional<VrrpSpec>> then = new ArrayList<>(after.instances().size());
        for (VrrpSpec now : after.instances()) {
            then.add(take(unmatched, now, true));
        }
        List<VrrpSpec> kept = new ArrayList<>();
        List<Change> changed = new ArrayList<>();
        List<VrrpSpec> added = new ArrayList<>();
        for (int i = 0; i < then.size(); i++) {
            VrrpSpec now = after.instances().get(i);
            Optional<VrrpSpec> old = then.get(i).isPresent() ? then.get(i) : take(unmatched, now, false);
            if (old.isEmpty()) {
                added.add(now);
            } else if (old.get().equals(now)) {
                kept.add(now);
            } else {
                changed.add(new Change(old.get(), now));
            }
        }
        return new ReloadPlan(kept, changed, added, left(before.instances(), unmatched));
    }

    private static Map<VirtualRouter, List<VrrpSpec>> byRouter(List<VrrpSpec> specs) {
        Map<VirtualRouter, List<VrrpSpec>> byRouter = HashMap.newHashMap(specs.size());
        for (VrrpSpec spec : specs) {
            VirtualRouter router = VirtualRouter.of(spec);
            List<VrrpSpec> same = byRouter.get(router);
            if (same == null) {
                same = new ArrayList<>(1);
                byRouter.put(router, same);
            }
            same.add(spec);
        }
        return byRouter;
    }

    private static List<VrrpSpec> left(List<VrrpSpec> specs, Map<VirtualRouter, List<VrrpSpec>> unmatched) {
        List<VrrpSpec> left = new ArrayList<>();
        for (VrrpSpec spec : specs) {
            if (unmatched.getOrDefault(VirtualRouter.of(spec), List.of()).contains(spec)) {
                left.add(spec);
            }
        }
        return left;
    }

    /// Whether no instance notices anything.
    public boolean isEmpty() {
        return changed.isEmpty() && added.isEmpty() && removed.isEmpty();
    }

    /// The first that is the same virtual router, taken out.
    ///
    /// @param byPeer only one that shares a peer: several unicast instances may have VRID and source in common, and
    ///               then their peers tell them apart
    private static Optional<VrrpSpec> take(Map<VirtualRouter, List<VrrpSpec>> unmatched, VrrpSpec wanted,
            boolean byPeer) {
        List<VrrpSpec> same = unmatched.getOrDefault(VirtualRouter.of(wanted), List.of());
        for (int i = 0; i < same.size(); i++) {
            if (!byPeer || sharesPeer(same.get(i), wanted)) {
                return Optional.of(same.remove(i));
            }
        }
        return Optional.empty();
    }

    private static boolean sharesPeer(VrrpSpec one, VrrpSpec other) {
        return !(one.delivery() instanceof Unicast here && other.delivery() instanceof Unicast there)
                || here.sharesPeerWith(there);
    }
}
