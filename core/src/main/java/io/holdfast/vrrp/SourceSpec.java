package io.holdfast.vrrp;

import io.holdfast.base.IpAddress;
import java.util.Optional;

/// The address advertisements are sent from.
///
/// @param configured `mcast_src_ip` or `unicast_src_ip`; otherwise the interface's first address that fits
/// @param tracked    `track_src_ip`: without the configured address the instance is in FAULT
public record SourceSpec(Optional<IpAddress> configured, boolean tracked) {
    /// Whatever the interface has.
    public static final SourceSpec OF_INTERFACE = new SourceSpec(Optional.empty(), false);

    /// A configured address, whether or not it exists.
    public static SourceSpec of(IpAddress address) {
        return new SourceSpec(Optional.of(address), false);
    }
}
