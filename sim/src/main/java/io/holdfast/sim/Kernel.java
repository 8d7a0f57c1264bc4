package io.holdfast.sim;

import io.holdfast.base.Prefix;
import io.holdfast.node.Link;
import io.holdfast.node.NodeEvent;
import io.holdfast.node.NodeEvent.AddressAdded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The interfaces and addresses of one machine. Outlives the daemon: what a killed one leaves behind stays.
final class Kernel {
    private final Consumer<NodeEvent> monitor;
    private final Map<Integer, Link> links = new LinkedHashMap<>();
    /// Of each link the wire it is plugged into.
    private final Map<Integer, Integer> segments = new LinkedHashMap<>();
    /// Of each link since when it has carrier and the machine's own addresses.
    private final Map<Integer, Long> usableSince = new LinkedHashMap<>();
    private final Set<HeldAddress> addresses = new LinkedHashSet<>();
    /// The machine's own, which nobody but the administrator touches.
    private final Set<HeldAddress> own = new LinkedHashSet<>();
    /// Deleted by somebody else, and the daemon has not heard of it yet.
    private final Set<HeldAddress> secretlyDeleted = new LinkedHashSet<>();
    /// Left behind by a killed daemon and not in the configuration of the next: nobody knows of them.
    private final Set<HeldAddress> forgotten = new LinkedHashSet<>();
    /// What the kernel says no to.
    private final Set<HeldAddress> refused = new LinkedHashSet<>();

    /// @param monitor hears of every change, as a netlink monitor does
    Kernel(Consumer<NodeEvent> monitor) {
        this.monitor = monitor;
    }

    void addLink(int segment, Link link, List<HeldAddress> ownAddresses, long now) {
        links.put(link.index(), link);
        segments.put(link.index(), segment);
        monitor.accept(new NodeEvent.LinkChanged(link));
        giveOwn(ownAddresses, now);
    }

    /// Its addresses go first, and are reported first, as Linux does it.
    void removeLink(int linkIndex) {
        for (HeldAddress address : List.copyOf(addresses)) {
            if (address.linkIndex() == linkIndex) {
                deleteSecretly(address);
                own.remove(address);
            }
        }
        links.remove(linkIndex);
        segments.remove(linkIndex);
        usableSince.remove(linkIndex);
        monitor.accept(new NodeEvent.LinkRemoved(linkIndex));
    }

    void setUp(int linkIndex, boolean up, long now) {
        Link link = Optional.ofNullable(links.get(linkIndex)).orElseThrow();
        if (link.up() != up) {
            Link changed = new Link(link.index(), link.name(), link.mac(), link.mtu(), up, link.multicast(),
                    link.arp(), link.loopback());
            links.put(linkIndex, changed);
            usableSince.put(linkIndex, now);
            monitor.accept(new NodeEvent.LinkChanged(changed));
        }
    }

    void takeOwn(List<HeldAddress> ownAddresses) {
        ownAddresses.forEach(this::remove);
    }

    void giveOwn(List<HeldAddress> ownAddresses, long now) {
        for (HeldAddress address : ownAddresses) {
            own.add(address);
            if (add(address)) {
                usableSince.put(address.linkIndex(), now);
            }
        }
    }

    /// The link that is plugged into a segment.
    Optional<Integer> indexOf(int segment) {
        for (Map.Entry<Integer, Integer> entry : segments.entrySet()) {
            if (entry.getValue() == segment) {
                return Optional.of(entry.getKey());
            }
        }
        return Optional.empty();
    }

    Optional<Integer> segmentOf(int linkIndex) {
        return Optional.ofNullable(segments.get(linkIndex));
    }

    boolean isUp(int linkIndex) {
        return Optional.ofNullable(links.get(linkIndex)).map(Link::up).orElse(false);
    }

    /// Whether somebody who needs the link and the machine's own addresses there has both.
    boolean isUsable(int linkIndex) {
        return isUp(linkIndex) && own.stream().filter(address -> address.linkIndex() == linkIndex)
                .allMatch(addresses::contains);
    }

    long usableSince(int linkIndex) {
        return usableSince.getOrDefault(linkIndex, 0L);
    }

    /// @return whether it was missing, and there is now
    boolean add(HeldAddress address) {
        secretlyDeleted.remove(address);
        forgotten.remove(address);
        boolean added = links.containsKey(address.linkIndex()) && addresses.add(address);
        if (added) {
            monitor.accept(new AddressAdded(address.linkIndex(), address.prefix()));
        }
        return added;
    }

    boolean remove(HeldAddress address) {
        secretlyDeleted.remove(address);
        forgotten.remove(address);
        boolean removed = addresses.remove(address);
        if (removed) {
            monitor.accept(new NodeEvent.AddressRemoved(address.linkIndex(), address.prefix()));
        }
        return removed;
    }

    /// By somebody else than the daemon.
    void deleteSecretly(HeldAddress address) {
        if (remove(address)) {
            secretlyDeleted.add(address);
        }
    }

    /// The daemon has been told.
    void noticed(NodeEvent event) {
        if (event instanceof NodeEvent.AddressRemoved(int linkIndex, var prefix)) {
            secretlyDeleted.remove(new HeldAddress(linkIndex, prefix));
        } else if (event instanceof NodeEvent.Resynced) {
            secretlyDeleted.clear();
        }
    }

    boolean isSecretlyDeleted(HeldAddress address) {
        return secretlyDeleted.contains(address);
    }

    /// A daemon starts that is configured with these.
    void forgetAllBut(Set<Prefix> configured) {
        for (HeldAddress address : virtual()) {
            if (!configured.contains(address.prefix())) {
                forgotten.add(address);
            }
        }
    }

    boolean isForgotten(HeldAddress address) {
        return forgotten.contains(address);
    }

    boolean isRefused(HeldAddress address) {
        return refused.contains(address);
    }

    /// Why it cannot be added; empty if it can.
    Optional<String> refusal(HeldAddress address) {
        if (isRefused(address)) {
            return Optional.of("EPERM");
        }
        return links.containsKey(address.linkIndex()) ? Optional.empty() : Optional.of("ENODEV");
    }

    void refuse(HeldAddress address) {
        refused.add(address);
    }

    boolean has(HeldAddress address) {
        return addresses.contains(address);
    }

    /// Everything but the machine's own.
    List<HeldAddress> virtual() {
        List<HeldAddress> virtual = new ArrayList<>();
        for (HeldAddress address : addresses) {
            if (!own.contains(address)) {
                virtual.add(address);
            }
        }
        return virtual;
    }

    NodeEvent.Resynced dump() {
        List<AddressAdded> added = new ArrayList<>();
        for (HeldAddress address : addresses) {
            added.add(new AddressAdded(address.linkIndex(), address.prefix()));
        }
        return new NodeEvent.Resynced(List.copyOf(links.values()), List.copyOf(added));
    }
}
