package io.holdfast.node;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import io.holdfast.base.Prefix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is known about the kernel's interfaces and their addresses: what it reported, and what we asked for ourselves
/// since. Reports of our own changes arrive late, and then say again what is known or are followed by what is.
final class LinkTable {

    private static final class Entry {
        private Link link;
        private final List<Prefix> addresses = new ArrayList<>();

        private Entry(Link link) {
            this.link = link;
        }
    }

    private final Map<Integer, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Entry> byName = new HashMap<>();

    void put(Link link) {
        Entry entry = entries.get(link.index());
        if (entry == null) {
            entry = new Entry(link);
            entries.put(link.index(), entry);
        } else {
            byName.remove(entry.link.name(), entry);
            entry.link = link;
        }
        byName.put(link.name(), entry);
    }

    void remove(int linkIndex) {
        Entry removed = entries.remove(linkIndex);
        if (removed != null) {
            byName.remove(removed.link.name(), removed);
        }
    }

    void clear() {
        entries.clear();
        byName.clear();
    }

    Optional<Link> byName(String name) {
        Entry entry = byName.get(name);
        return entry == null ? Optional.empty() : Optional.of(entry.link);
    }

    Optional<Link> byIndex(int linkIndex) {
        Entry entry = entries.get(linkIndex);
        return entry == null ? Optional.empty() : Optional.of(entry.link);
    }

    void addAddress(int linkIndex, Prefix prefix) {
        Entry entry = entries.get(linkIndex);
        if (entry != null && indexOf(entry, prefix) < 0) {
            entry.addresses.add(prefix);
        }
    }

    void removeAddress(int linkIndex, Prefix prefix) {
        Entry entry = entries.get(linkIndex);
        int at = entry == null ? -1 : indexOf(entry, prefix);
        if (entry != null && at >= 0) {
            entry.addresses.remove(at);
        }
    }

    boolean hasAddress(int linkIndex, Prefix prefix) {
        Entry entry = entries.get(linkIndex);
        return entry != null && indexOf(entry, prefix) >= 0;
    }

    /// Whether an address is there, with whatever prefix.
    ///
    /// @param linkIndex the interface it has to be on, or [InstancePlan#ANY_LINK]
    boolean hasHost(int linkIndex, IpAddress address) {
        for (Entry entry : entries.values()) {
            if (linkIndex == InstancePlan.ANY_LINK || entry.link.index() == linkIndex) {
                for (Prefix prefix : entry.addresses) {
                    if (prefix.address().compareTo(address) == 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /// The address to send from: the one in use as long as it is there, else the first in the kernel's order that is
    /// nobody's virtual address. Over IPv6 it is a link-local one (RFC 9568 section 5.1.2.1).
    ///
    /// @param virtual all virtual addresses of the configuration
    Optional<IpAddress> source(int linkIndex, Family family, Optional<IpAddress> inUse, Set<IpAddress> virtual) {
        Entry entry = entries.get(linkIndex);
        Optional<IpAddress> first = Optional.empty();
        if (entry == null) {
            return first;
        }
        for (Prefix prefix : entry.addresses) {
            IpAddress address = prefix.address();
            boolean fits = family == Family.IPV4 ? address.isV4() : address.isLinkLocal();
            if (!fits || virtual.contains(address)) {
                continue;
            }
            if (inUse.isPresent() && address.compareTo(inUse.get()) == 0) {
                return inUse;
            }
            if (first.isEmpty()) {
                first = Optional.of(address);
            }
        }
        return first;
    }

    /// Whether an interface has a virtual address of a family, which is no address to send from.
    boolean hasVirtual(int linkIndex, Family family, Set<IpAddress> virtual) {
        Entry entry = entries.get(linkIndex);
        if (entry == null) {
            return false;
        }
        for (Prefix prefix : entry.addresses) {
            if (prefix.address().family() == family && virtual.contains(prefix.address())) {
                return true;
            }
        }
        return false;
    }

    private static int indexOf(Entry entry, Prefix prefix) {
        for (int i = 0; i < entry.addresses.size(); i++) {
            Prefix known = entry.addresses.get(i);
            if (known.length() == prefix.length() && known.address().compareTo(prefix.address()) == 0) {
                return i;
            }
        }
        return -1;
    }
}
