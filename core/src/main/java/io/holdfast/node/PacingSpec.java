package io.holdfast.node;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How far apart announcements are kept, for switches and hosts that lose what comes all at once (`vrrp.md` 4.3).
///
/// @param arp    `vrrp_garp_interval`: the gap on an interface that is in no group; zero for none
/// @param na     `vrrp_gna_interval`: the same for unsolicited neighbour advertisements
/// @param groups `garp_group`, in configuration order; an interface is in at most one
public record PacingSpec(Duration arp, Duration na, List<Group> groups) {

    public static final PacingSpec NONE = new PacingSpec(Duration.ZERO, Duration.ZERO, List.of());

    /// Interfaces that share their gaps.
    public record Group(List<String> interfaces, Duration arp, Duration na) {
        public Group {
            interfaces = List.copyOf(interfaces);
        }

        Duration gap(boolean v4) {
            return v4 ? arp : na;
        }
    }

    public PacingSpec {
        groups = List.copyOf(groups);
    }

    boolean isNone() {
        return arp.isZero() && na.isZero() && groups.isEmpty();
    }

    /// What an interface is subject to: its group's gaps, or the general ones by itself.
    Group of(String interfaceName) {
        Optional<Group> group = group(interfaceName);
        return group.isPresent() ? group.get() : new Group(List.of(interfaceName), arp, na);
    }

    /// The group an interface is in.
    public Optional<Group> group(String interfaceName) {
        for (Group group : groups) {
            if (group.interfaces().contains(interfaceName)) {
                return Optional.of(group);
            }
        }
        return Optional.empty();
    }
}
