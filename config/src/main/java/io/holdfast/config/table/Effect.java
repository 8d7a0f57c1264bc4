package io.holdfast.config.table;

/// What becomes of a keyword.
public enum Effect {
    /// It does what keepalived does.
    EFFECTIVE,
    /// It is checked and otherwise ignored, which is said once.
    ACCEPTED,
    /// Ignoring it would run something else than was asked for, so the configuration is refused.
    REFUSED
}
