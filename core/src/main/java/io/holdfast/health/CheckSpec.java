package io.holdfast.health;

/// One check of one real server, as configured; immutable, with an `equals` that tells whether it is the same check.
public interface CheckSpec {
    /// Its keyword: `TCP_CHECK`.
    String kind();

    /// Whether the server counts as failed until this check has succeeded (1.8).
    boolean alpha();
}
