package io.holdfast.script;

import java.util.Optional;
import java.util.OptionalInt;

/// On whose behalf a command runs.
///
/// @param user  the user's name; none for the daemon's own user
/// @param group the group's name; none for the user's own group
/// @param uid   the user's number; none if the configuration was read apart from its machine
/// @param gid   the group's number, likewise
public record RunAs(Optional<String> user, Optional<String> group, OptionalInt uid, OptionalInt gid) {
    /// As the daemon itself, whoever that is.
    public static final RunAs DEFAULT = new RunAs(Optional.empty(), Optional.empty(), OptionalInt.empty(),
            OptionalInt.empty());
}
