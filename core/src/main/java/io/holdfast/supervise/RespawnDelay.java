package io.holdfast.supervise;

import java.time.Duration;

/// How long to wait before a dead child is started again: at once the first time, then 1, 2, 4, ... 32, 60 s,
/// and from the beginning once a child has lived for a minute (`daemon.md` 1.3).
///
/// @param next what the next death costs, in whole seconds
public record RespawnDelay(int next) {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final int LONGEST_SECONDS = 60;

    public static final RespawnDelay NONE = new RespawnDelay(0);

    /// What to wait now that a child died after `lifetime`.
    public Duration after(Duration lifetime) {
        return Duration.ofSeconds(lifetime.compareTo(LONG_ENOUGH) >= 0 ? 0 : next);
    }

    /// The delay to keep for the death after this one.
    public RespawnDelay advance(Duration lifetime) {
        if (lifetime.compareTo(LONG_ENOUGH) >= 0) {
            return NONE;
        }
        if (next > LONGEST_SECONDS / 2) {
            return new RespawnDelay(LONGEST_SECONDS);
        }
        return new RespawnDelay(next == 0 ? 1 : next * 2);
    }
}
