package io.holdfast.config.text;

import io.holdfast.config.host.Environment;

/// What the reader has to be told.
///
/// @param configId    what `@ID` lines are compared with: `-i`, by default the node name up to its first dot
/// @param allIncludes `-e`: every include has to succeed, whatever its spelling
/// @param seed        where the numbers of `${_RANDOM}` begin unless `random_seed` says so
/// @param environment what `${_ENV NAME}` gives
public record ReaderOptions(String configId, boolean allIncludes, long seed, Environment environment) {
    public static ReaderOptions of(String configId) {
        return new ReaderOptions(configId, false, 0, Environment.empty());
    }

    /// The same for another reading, which draws other numbers.
    public ReaderOptions withSeed(long another) {
        return new ReaderOptions(configId, allIncludes, another, environment);
    }
}
