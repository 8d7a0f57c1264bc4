package io.holdfast.track;

import java.util.Optional;

/// One `track_file`, whose number is added to priorities (`vrrp.md` 6.4).
///
/// @param weight for those who track it without a weight of their own
/// @param init   what is written to it at the start
public record FileSpec(String name, String path, Weight weight, Optional<Init> init) {
    /// Without a weight the number counts as it is.
    public static final Weight DEFAULT_WEIGHT = new Weight(1, false);

    /// @param value     the number to write
    /// @param overwrite even if the file exists
    public record Init(int value, boolean overwrite) {}
}
