package io.holdfast.route;

/// A routing table.
public sealed interface RouteTable {
    /// RT_TABLE_MAIN of linux/rtnetlink.h.
    RouteTable MAIN = new Numbered(254);

    /// @param number 0 to 2^32 - 1
    record Numbered(long number) implements RouteTable {}

    /// The table of a VRF device, whichever that is when the route is made.
    record OfVrf(String device) implements RouteTable {}
}
