package io.holdfast.route;

import io.holdfast.base.Family;
import io.holdfast.base.Prefix;
import java.util.Optional;
import java.util.OptionalLong;

/// What the kernel tells routes apart by.
///
/// @param destination where packets go to; length 0 for everywhere
/// @param from        IPv6: where they come from
/// @param tos         type of service, 0 to 255; 0 for any
/// @param table       the routing table
/// @param metric      0 to 2^32 - 1, the lowest wins; empty for the kernel's choice
public record RouteKey(Prefix destination, Optional<Prefix> from, int tos, RouteTable table, OptionalLong metric) {
    public Family family() {
        return destination.family();
    }
}
