package io.holdfast.route;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What becomes of the packets a rule is about.
public sealed interface RuleAction {
    /// They are routed by a table.
    ///
    /// @param table          1 to 2^32 - 1
    /// @param realms         IPv4: what they are accounted to
    /// @param suppressPrefix results with a prefix of at most this length do not count, 0 to 2^31 - 1
    /// @param suppressGroup  nor do those by an interface of this group
    record Lookup(long table, Optional<Realms> realms, OptionalInt suppressPrefix, OptionalLong suppressGroup)
            implements RuleAction {}

    /// The rule of another, greater preference comes next.
    record Goto(long preference) implements RuleAction {}

    /// What needs no further word.
    enum Simple implements RuleAction {
        /// They are routed by the table of the layer 3 master device.
        L3MDEV,
        /// The next rule decides.
        NOP,
        /// They are dropped.
        BLACKHOLE,
        /// They are answered with "network unreachable".
        UNREACHABLE,
        /// They are answered with "administratively prohibited".
        PROHIBIT
    }
}
