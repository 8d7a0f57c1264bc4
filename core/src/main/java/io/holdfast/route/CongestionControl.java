package io.holdfast.route;

/// A congestion control algorithm, RTAX_CC_ALGO of linux/rtnetlink.h.
///
/// @param algorithm its name, at most 15 characters
/// @param locked    applications cannot choose another
public record CongestionControl(String algorithm, boolean locked) {}
