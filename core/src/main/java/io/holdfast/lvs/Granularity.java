package io.holdfast.lvs;

import io.holdfast.base.IpAddress;

/// Which clients count as one for [Persistence].
public sealed interface Granularity {
    /// Each client by itself.
    Granularity CLIENT = new Client();

    /// Each client by itself, of either family.
    record Client() implements Granularity {}

    /// IPv4 clients that are equal under a mask.
    record Mask(IpAddress mask) implements Granularity {}

    /// IPv6 clients whose first bits are equal.
    ///
    /// @param length 1 to 128
    record PrefixLength(int length) implements Granularity {}
}
