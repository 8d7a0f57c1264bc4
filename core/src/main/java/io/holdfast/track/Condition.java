package io.holdfast.track;

/// What a tracker says of the thing it watches.
public enum Condition {
    UP, DOWN,
    /// Nothing yet: the first run of a script is not over.
    UNKNOWN
}
