package io.holdfast.supervise;

import java.util.Optional;

/// A child process.
///
/// @param name       its name, at most 15 characters; empty to leave it
/// @param scheduling how it runs
/// @param netlink    receive buffers of its netlink sockets
public record ProcessSpec(Optional<String> name, SchedulingSpec scheduling, NetlinkBuffers netlink) {
    public static final ProcessSpec DEFAULT = new ProcessSpec(Optional.empty(), SchedulingSpec.DEFAULT,
            NetlinkBuffers.DEFAULT);
}
