package io.holdfast.supervise;

import java.util.OptionalInt;

/// How much may wait to be read from a socket.
///
/// @param bytes empty for the kernel's default
/// @param force also beyond net.core.rmem_max
public record ReceiveBuffer(OptionalInt bytes, boolean force) {
    public static final ReceiveBuffer DEFAULT = new ReceiveBuffer(OptionalInt.empty(), false);
}
