package io.holdfast.config.table;

/// What becomes of a keyword that stands in its block already (8.5).
public enum Repetition {
    /// The last one counts, or all do, without a word.
    SILENT,
    /// The last one counts, with a word.
    REPLACES,
    /// The first one counts, with a word.
    FIRST_KEPT
}
