package io.holdfast.track;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/// One `vrrp_track_process` (`vrrp.md` 6.5).
///
/// @param process        name of the process, as `match` says
/// @param parameters     what `match` compares its parameters with
/// @param weight         for those who track it without a weight of their own
/// @param quorum         how many there have to be, at least 1
/// @param most           how many there may be; none for any number
/// @param forkDelay      how long a process has to run to be counted
/// @param terminateDelay how long one that ended is still counted
public record ProcessSpec(String name, String process, List<String> parameters, Match match, Weight weight, int quorum,
        OptionalInt most, Duration forkDelay, Duration terminateDelay) {
    public ProcessSpec {
        parameters = List.copyOf(parameters);
    }

    /// What makes a process one of those.
    public enum Match {
        /// The name that the kernel knows, of at most 15 characters.
        NAME,
        /// The command it was started as, whatever its parameters.
        COMMAND,
        /// The parameters are the very same.
        EXACT,
        /// Its first parameters are these.
        PARTIAL,
        /// The same, but the last one here need only be the beginning of that one.
        INITIAL
    }
}
