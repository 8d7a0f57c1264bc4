package io.holdfast.track;

import java.util.List;

/// One `track_group`: instances that depend on static entries (`vrrp.md` 6.7).
///
/// @param members names of instances that exist
public record TrackGroupSpec(String name, List<String> members) {
    public TrackGroupSpec {
        members = List.copyOf(members);
    }
}
