package io.holdfast.node;

import io.holdfast.track.TrackGroupSpec;
import io.holdfast.track.TrackerSpec;
import java.util.List;

/// All that surrounds the elections: what is watched, who depends on it, who is told.
///
/// @param trackers    what is watched
/// @param instances   for each instance of the [NodeSpec], in the same order
/// @param syncGroups  in configuration order
/// @param trackGroups likewise
public record SurroundingsSpec(TrackerSpec trackers, List<AttachedSpec> instances, List<SyncGroupSpec> syncGroups,
        List<TrackGroupSpec> trackGroups) {
    /// Nothing.
    public static final SurroundingsSpec NONE = new SurroundingsSpec(TrackerSpec.NONE, List.of(), List.of(),
            List.of());

    public SurroundingsSpec {
        instances = List.copyOf(instances);
        syncGroups = List.copyOf(syncGroups);
        trackGroups = List.copyOf(trackGroups);
    }
}
