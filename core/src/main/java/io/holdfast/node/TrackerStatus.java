package io.holdfast.node;

import io.holdfast.track.Condition;
import java.util.List;

/// Something that is watched, as it is now.
///
/// @param said  what it said last, in words
/// @param users the instances that depend on it
public record TrackerStatus(Observation.Kind kind, String name, Condition condition, String said,
        List<String> users) {}
