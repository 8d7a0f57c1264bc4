package io.holdfast.node;

/// Packets that were no instance's to judge and to count (`vrrp.md` 2.1, D4 and D5), since the start or the last
/// [Node#clearCounters].
///
/// @param tooShort     too short to hold a VRID
/// @param unknownVrids for a VRID that no instance has where they came in
public record StrayPackets(long tooShort, long unknownVrids) {}
