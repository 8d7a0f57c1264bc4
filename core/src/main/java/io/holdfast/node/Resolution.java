package io.holdfast.node;

import io.holdfast.base.IpAddress;
import io.holdfast.vrrp.VirtualAddress;
import io.holdfast.vrrp.VrrpSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// A configuration brought together with the interfaces that exist: what it resolves to and what it lacks.
///
/// @param link      the instance's own interface
/// @param source    what advertisements would be sent from
/// @param addresses the virtual addresses whose interface exists
/// @param faults    everything that keeps the instance from working
record Resolution(Optional<Link> link, Optional<IpAddress> source, List<PlacedAddress> addresses,
        List<Fault> faults) {

    /// @param inUse   the source address used so far
    /// @param virtual all virtual addresses of the configuration, which are never a source
    static Resolution of(VrrpSpec spec, LinkTable links, Optional<IpAddress> inUse, Set<IpAddress> virtual) {
        List<Fault> faults = new ArrayList<>();
        Optional<Link> link = links.byName(spec.interfaceName());
        Optional<IpAddress> source = Optional.empty();
        if (link.isEmpty()) {
            faults.add(new Fault(Fault.Reason.NO_INTERFACE, spec.interfaceName()));
        } else {
            source = links.source(link.get().index(), inUse, virtual);
            ownInterface(spec, link.get(), source, faults);
        }
        return new Resolution(link, source, place(spec, links, faults), List.copyOf(faults));
    }

    /// Ready to act, whether or not there are faults: present once there is an interface and a source address.
    Optional<InstancePlan> plan(InstanceId id, VrrpSpec spec, IpAddress group) {
        if (link.isEmpty() || source.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new InstancePlan(id, spec, link.get().index(), source.get(), group, addresses));
    }

    /// Whether a plan made earlier is still right. Piece by piece, since linking the equality of so many records takes
    /// longer than a failover.
    boolean confirms(InstancePlan plan, VrrpSpec spec, IpAddress group) {
        return link.isPresent() && link.get().index() == plan.linkIndex()
                && source.isPresent() && source.get().compareTo(plan.source()) == 0
                && group.compareTo(plan.group()) == 0
                && Objects.equals(spec, plan.spec())
                && areSame(addresses, plan.addresses());
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

    private static void ownInterface(VrrpSpec spec, Link link, Optional<IpAddress> source, List<Fault> faults) {
        if (!link.up() && !spec.options().dontTrackPrimary()) {
            faults.add(new Fault(Fault.Reason.INTERFACE_DOWN, link.name()));
        }
        if (!link.multicast()) {
            faults.add(new Fault(Fault.Reason.NO_MULTICAST, link.name()));
        }
        if (source.isEmpty()) {
            faults.add(new Fault(Fault.Reason.NO_SOURCE, link.name()));
        }
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
        if (!address.tracked() || address.interfaceName().equals(spec.interfaceName())) {
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
