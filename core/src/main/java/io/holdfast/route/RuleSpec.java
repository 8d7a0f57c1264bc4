package io.holdfast.route;

import io.holdfast.base.Family;

/// One policy rule.
///
/// @param family     whose packets it is about
/// @param selectors  which of them
/// @param inverted   which it is not about instead
/// @param preference 0 to 2^32 - 1, the lowest comes first
/// @param action     what becomes of them
/// @param protocol   who made it, 0 to 255; ours is [RouteSpec#PROTOCOL]
/// @param tracking   whether it is watched
public record RuleSpec(Family family, Selectors selectors, boolean inverted, long preference, RuleAction action,
        int protocol, Tracking tracking) {}
