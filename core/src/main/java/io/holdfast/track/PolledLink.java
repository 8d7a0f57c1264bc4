package io.holdfast.track;

import java.util.Optional;

/// A line of `linkbeat_interfaces`: the state of the link is asked for once a second instead of awaiting reports.
///
/// @param method how; by whatever works if none is given
public record PolledLink(String interfaceName, Optional<Method> method) {
    /// Ways to ask a driver.
    public enum Method { MII, ETHTOOL, IOCTL }
}
