package io.holdfast.config.global;

/// A word of `vrrp_rx_bufs_policy`.
///
/// @param bytes a number instead of one of the words
public record BufferPolicy(Kind kind, int bytes) {
    /// In the order in which they count if there are several.
    public enum Kind { BYTES, MTU, ADVERT }
}
