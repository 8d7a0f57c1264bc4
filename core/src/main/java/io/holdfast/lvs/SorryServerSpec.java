package io.holdfast.lvs;

/// Who answers below quorum.
///
/// @param endpoint   where it is
/// @param forwarding how packets get there
/// @param inhibit    it gets weight 0 instead of being removed
public record SorryServerSpec(Endpoint endpoint, Forwarding forwarding, boolean inhibit) {}
