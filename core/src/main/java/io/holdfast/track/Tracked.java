package io.holdfast.track;

/// A tracker that an instance or a sync group depends on.
///
/// @param name   the interface or the tracker's name
/// @param weight what it does here, the tracker's own weight unless another was given
public record Tracked(String name, Weight weight) {}
