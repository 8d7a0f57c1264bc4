package io.holdfast.track;

import io.holdfast.script.CommandSpec;
import java.time.Duration;

/// One `vrrp_script` (`vrrp.md` 6.3).
///
/// @param probe    what is done
/// @param interval time between runs
/// @param timeout  a run that takes longer has failed
/// @param weight   for those who track it without a weight of their own
/// @param rise     successes in a row that it takes to be up, at least 1
/// @param fall     failures in a row that it takes to be down, at least 1
/// @param initFail `init_fail`: down until the first success
public record ScriptSpec(String name, Probe probe, Duration interval, Duration timeout, Weight weight, int rise,
        int fall, boolean initFail) {

    /// What a script consists of.
    public sealed interface Probe {
        /// A command, whose exit status tells.
        record Runs(CommandSpec command) implements Probe {}

        /// A file, which can be opened or cannot: `script "</path"`.
        record Opens(String path) implements Probe {}
    }
}
