package io.holdfast.config.track;

import io.holdfast.config.text.Place;
import io.holdfast.track.Weight;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The trackers of one kind by name, for those who refer to them.
final class Trackers {
    /// What is known of a tracker.
    ///
    /// @param weight for those who give it none; none if it was left out, which has been reported
    /// @param place  its name in front of its block
    record Known(Optional<Weight> weight, Place place) {}

    private final String block;
    private final Map<String, Known> known = new HashMap<>();

    /// @param block the keyword that defines one
    Trackers(String block) {
        this.block = block;
    }

    String block() {
        return block;
    }

    Iterable<String> names() {
        return known.keySet();
    }

    /// Whether the name was free.
    boolean add(String name, Place place, Optional<Weight> weight) {
        return known.putIfAbsent(name, new Known(weight, place)) == null;
    }

    Optional<Known> find(String name) {
        return Optional.ofNullable(known.get(name));
    }
}
