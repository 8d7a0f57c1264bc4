package io.holdfast.track;

import java.time.Duration;

/// A line of `interface_up_down_delays`: a change of the link counts once it has lasted that long.
///
/// @param down for a link that went down, 0 to 255 s
/// @param up   for one that came up, likewise
public record LinkDelay(String interfaceName, Duration down, Duration up) {}
