package io.holdfast.supervise;

import io.holdfast.script.CommandSpec;
import java.time.Duration;
import java.util.Optional;

/// Scripts of the daemon as a whole (`daemon.md` 4.8).
///
/// @param startup  `startup_script`: run before anything else is
/// @param shutdown `shutdown_script`: run once everything else has ended
/// @param secure   `enable_script_security`: root runs no script that somebody else could replace
public record ScriptsSpec(Optional<Once> startup, Optional<Once> shutdown, boolean secure) {
    public static final Duration LIMIT = Duration.ofSeconds(10);
    public static final ScriptsSpec NONE = new ScriptsSpec(Optional.empty(), Optional.empty(), false);

    /// A script that is run once.
    ///
    /// @param limit how long it may take, 1 to 1000 s
    public record Once(CommandSpec command, Duration limit) {}
}
