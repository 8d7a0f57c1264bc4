package io.holdfast.node;

import io.holdfast.base.IpAddress;
import io.holdfast.base.Prefix;
import java.util.ArrayList;
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

    void put(Link link) {
        Entry known = entries.get(link.index());
        if (known == null) {
            entries.put(link.index(), new Entry(link));
        } else {
            known.link = link;
        }
    }

    void remove(int linkIndex) {
        entries.remove(linkIndex);
    }

    void clear() {
        entries.clear();
    }

    Optional<Link> byName(String name) {
        for (Entry entry : entries.values()) {
            if (entry.link.name().equals(name)) {
                return Optional.of(entry.link);
            }
        }
        return Optional.empty();
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

    /// The address to send from: the one in use as long as it is there, else the first in the kernel's order that is
    /// nobody's virtual address.
    ///
    /// @param virtual all virtual addresses of the configuration
    Optional<IpAddress> source(int linkIndex, Optional<IpAddress> inUse, Set<IpAddress> virtual) {
        Entry entry = entries.get(linkIndex);
        Optional<IpAddress> first = Optional.empty();
        if (entry == null) {
            return first;
        }
        for (Prefix prefix : entry.addresses) {
            IpAddress address = prefix.address();
            if (!address.isV4() || virtual.contains(address)) {
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
