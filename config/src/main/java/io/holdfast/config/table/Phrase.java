package io.holdfast.config.table;

import java.util.Optional;

/// What several words behind a keyword make up together, where the order or the kinds of words differ from line to
/// line. A word of a fixed kind is a [Value].
///
/// @param <T> what is made of the words
public interface Phrase<T> {
    /// What fits, to follow "needs": `a number and perhaps reverse`.
    String expects();

    /// Whether it looks at the line rather than at its words, which other quotes may separate.
    default boolean readsLine() {
        return false;
    }

    /// Makes something of the words, of which there is at least one; empty if the line is left out, which has then been
    /// reported. Words that are not taken are reported as superfluous.
    Optional<T> read(Clause clause);
}
