package io.holdfast.journal;

/// What has to be the same for a mastership to go on: times are those of one boot, addresses those of one namespace.
///
/// @param bootHigh  upper half of the kernel's boot id
/// @param bootLow   lower half
/// @param namespace the inode number of the network namespace
public record Origin(long bootHigh, long bootLow, long namespace) {

    boolean isSame(Origin other) {
        return bootHigh == other.bootHigh && bootLow == other.bootLow && namespace == other.namespace;
    }
}
