package io.holdfast.route;

import java.util.Optional;

/// What follows if a route, rule or static address is lost.
///
/// @param watched false with `no_track`: nothing
/// @param group   `track_group`: the instances that are in fault if it cannot be restored
public record Tracking(boolean watched, Optional<String> group) {
    /// It is restored.
    public static final Tracking DEFAULT = new Tracking(true, Optional.empty());
}
