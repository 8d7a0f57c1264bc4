package io.holdfast.node;

import io.holdfast.base.IpAddress;
import io.holdfast.vrrp.Delivery;
import io.holdfast.vrrp.VirtualAddress;
import io.holdfast.vrrp.VrrpSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// A configuration brought together with the interfaces that exist: what it resolves to and what it lacks.
///
/// @param linkIndex the instance's own interface, if it exists; [InstancePlan#ANY_LINK] for an instance without
/// @param source    what advertisements would be sent from
/// @param addresses the virtual addresses whose interface exists
/// @param faults    everything that keeps the instance from working
record Resolution(OptionalInt linkIndex, Optional<IpAddress> source, List<PlacedAddress> addresses,
        List<Fault> faults) {

    /// @param inUse   the source address used so far
    /// @param virtual all virtual addresses of the configuration, which are never a source
    static Resolution of(VrrpSpec spec, LinkTable links, Optional<IpAddress> inUse, Set<IpAddress> virtual) {
        List<Fault> faults = new ArrayList<>();
        OptionalInt linkIndex = OptionalInt.of(InstancePlan.ANY_LINK);
        if (spec.interfaceName().isPresent()) {
            linkIndex = ownInterface(spec, spec.interfaceName().get(), links, faults);
        }
        Optional<IpAddress> source = spec.source().configured();
        if (linkIndex.isPresent()) {
            source = source(spec, linkIndex.getAsInt(), links, inUse, virtual, faults);
        }
        if (spec.delivery() instanceof Delivery.Unicast unicast && unicast.peers().isEmpty()) {
            faults.add(new Fault(Fault.Reason.NO_PEER, ""));
        }
        return new Resolution(linkIndex, source, place(spec, links, faults), List.copyOf(faults));
    }

    /// Ready to act, whether or not there are faults: present once there is an interface and a source address.
    Optional<InstancePlan> plan(Instance instance) {
        if (linkIndex.isEmpty() || source.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new InstancePlan(instance.id(), instance.spec(), linkIndex.getAsInt(), source.get(),
                instance.oldChecksum, addresses));
    }

    /// Whether the plan made earlier is still right. Piece by piece, since linking the equality of so many records
    /// takes longer than a failover.
    boolean confirmsPlan(Instance instance) {
        if (instance.plan.isEmpty()) {
            return false;
        }
        InstancePlan plan = instance.plan.get();
        return linkIndex.isPresent() && linkIndex.getAsInt() == plan.linkIndex()
                && source.isPresent() && source.get().compareTo(plan.source()) == 0
                && instance.oldChecksum == plan.oldChecksum()
                && Objects.equals(instance.spec(), plan.spec())
                && areSame(addresses, plan.addresses());
    }

    /// Everything an instance lacks, also what the shell found out.
    List<Fault> faultsOf(Instance instance) {
        if (instance.unprepared.isEmpty()) {
            return faults;
        }
        List<Fault> all = new ArrayList<>(faults);
        all.addFirst(instance.unprepared.get());
        return all;
    }

    private static boolean areSame(List<PlacedAddress> some, List<PlacedAddress> others) {
        boolean same = some.size() == others.size();
        for (int i = 0; same && i < some.size(); i++) {
            PlacedAddress one = some.get(i);
            PlacedAddress other = others.get(i);
            same = one.linkIndex() == other.linkIndex() && Objects.equals(one.address(), other.address())
                    && bits(one) == bits(other);
        }
        return same;
    }

    private static long bits(PlacedAddress address) {
        return address.announcer().isPresent() ? address.announcer().get().bits() : -1;
    }

    private static OptionalInt ownInterface(VrrpSpec spec, String name, LinkTable links, List<Fault> faults) {
        Optional<Link> link = links.byName(name);
        if (link.isEmpty()) {
            faults.add(new Fault(Fault.Reason.NO_INTERFACE, name));
            return OptionalInt.empty();
        }
        if (!link.get().up() && !spec.options().dontTrackPrimary()) {
            faults.add(new Fault(Fault.Reason.INTERFACE_DOWN, name));
        }
        if (!link.get().multicast() && !spec.isUnicast()) {
            faults.add(new Fault(Fault.Reason.NO_MULTICAST, name));
        }
        return OptionalInt.of(link.get().index());
    }

    /// A configured address is used as it is; only with `track_src_ip` does it have to exist (`vrrp.md` 6.7).
    private static Optional<IpAddress> source(VrrpSpec spec, int linkIndex, LinkTable links,
            Optional<IpAddress> inUse, Set<IpAddress> virtual, List<Fault> faults) {
        Optional<IpAddress> configured = spec.source().configured();
        if (configured.isPresent()) {
            if (spec.source().tracked() && !links.hasHost(linkIndex, configured.get())) {
                faults.add(new Fault(Fault.Reason.SOURCE_GONE, configured.get().toString()));
            }
            return configured;
        }
        Optional<IpAddress> found = links.source(linkIndex, spec.family(), inUse, virtual);
        if (found.isEmpty()) {
            boolean virtualOnes = links.hasVirtual(linkIndex, spec.family(), virtual);
            faults.add(new Fault(virtualOnes ? Fault.Reason.ONLY_VIRTUAL : Fault.Reason.NO_SOURCE,
                    spec.interfaceName().orElse("")));
        }
        return found;
    }

    private static List<PlacedAddress> place(VrrpSpec spec, LinkTable links, List<Fault> faults) {
        List<PlacedAddress> placed = new ArrayList<>(spec.addresses().size() + spec.excluded().size());
        for (VirtualAddress address : spec.addresses()) {
            place(spec, address, links, placed, faults);
        }
        for (VirtualAddress address : spec.excluded()) {
            place(spec, address, links, placed, faults);
        }
        return placed;
    }

    private static void place(VrrpSpec spec, VirtualAddress address, LinkTable links, List<PlacedAddress> placed,
            List<Fault> faults) {
        Optional<Link> link = links.byName(address.interfaceName());
        if (link.isPresent()) {
            placed.add(new PlacedAddress(address, link.get().index(),
                    link.get().arp() ? link.get().mac() : Optional.empty()));
        }
        // The instance's own interface is judged once, above.
        if (!address.tracked() || address.interfaceName().equals(spec.interfaceName().orElse(""))) {
            return;
        }
        if (link.isEmpty() || !link.get().up()) {
            addOnce(faults, new Fault(link.isEmpty() ? Fault.Reason.NO_INTERFACE : Fault.Reason.INTERFACE_DOWN,
                    address.interfaceName()));
        }
    }

    private static void addOnce(List<Fault> faults, Fault fault) {
        if (!faults.contains(fault)) {
            faults.add(fault);
        }
    }
}
