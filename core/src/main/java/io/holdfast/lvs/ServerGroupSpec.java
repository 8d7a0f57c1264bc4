package io.holdfast.lvs;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import java.util.List;
import java.util.Optional;

/// A `virtual_server_group` (1.2).
///
/// @param entries in the order of the configuration, at least one
public record ServerGroupSpec(String name, List<Entry> entries) {
    public ServerGroupSpec {
        entries = List.copyOf(entries);
    }

    /// What belongs to it.
    public sealed interface Entry {
        /// All addresses from the first to the last.
        ///
        /// @param last of the same family, not below the first
        /// @param port 0 for all ports
        record Addresses(IpAddress first, IpAddress last, int port) implements Entry {
            public Addresses {
                if (first.family() != last.family() || first.compareTo(last) > 0) {
                    throw new IllegalArgumentException(first + " to " + last);
                }
            }
        }

        /// A firewall mark.
        ///
        /// @param mark   0 to 4294967295
        /// @param family empty for that of the virtual server
        record Mark(long mark, Optional<Family> family) implements Entry {}
    }
}
