package io.holdfast.route;

/// Realms that traffic is accounted to.
///
/// @param source      where it comes from, 0 to 255; 0 for none
/// @param destination where it goes to, 0 to 255
public record Realms(int source, int destination) {}
