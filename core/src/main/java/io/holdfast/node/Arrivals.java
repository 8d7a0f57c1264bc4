package io.holdfast.node;

import io.holdfast.base.IpAddress;
import io.holdfast.base.MonoTime;
import java.util.List;

/// When advertisements of one router arrived lately.
///
/// @param priority as the last of them had it
/// @param times    the oldest first, at least one
public record Arrivals(IpAddress source, int priority, List<MonoTime> times) {
    public Arrivals {
        times = List.copyOf(times);
    }

    public MonoTime last() {
        return times.getLast();
    }
}
