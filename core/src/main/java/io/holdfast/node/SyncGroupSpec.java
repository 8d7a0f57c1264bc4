package io.holdfast.node;

import io.holdfast.notify.NotifySpec;
import io.holdfast.track.TrackList;
import java.util.List;

/// One `vrrp_sync_group`: instances that change state together (`vrrp.md` 5).
///
/// @param members       names of instances that exist and are in no other group, at least one
/// @param tracked       what every member tracks
/// @param notifications who is told of the group's transitions
/// @param memberWeights `sync_group_tracking_weight`: weights that members give their own trackers count
public record SyncGroupSpec(String name, List<String> members, TrackList tracked, NotifySpec notifications,
        boolean memberWeights) {
    public SyncGroupSpec {
        members = List.copyOf(members);
    }
}
