package io.holdfast.node;

import io.holdfast.notify.NotifySpec;
import io.holdfast.track.TrackList;
import io.holdfast.vrrp.LinkSpec;

/// What is attached to an instance without being a part of its election.
///
/// @param instance      the instance's name
/// @param tracked       what it tracks beside its own interface
/// @param notifications who is told of its transitions
/// @param link          what it wants of its interfaces
public record AttachedSpec(String instance, TrackList tracked, NotifySpec notifications, LinkSpec link) {}
