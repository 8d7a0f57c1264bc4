package io.holdfast.config.table;

import java.util.Optional;

/// One kind of value: how a word is read, and how the manual and the messages describe it.
///
/// @param <T> what is made of the word
public interface Value<T> {
    /// What fits, to follow "is not": `an integer from 1 to 255`.
    String expects();

    /// Makes something of a word, quotes already taken off, one character per byte.
    Outcome<T> read(String text);

    /// What to tell somebody who wrote a wrong word, seldom the same for all; empty if nothing comes to mind. Of a
    /// secret it says nothing.
    default String hint(String text) {
        return "";
    }

    /// What to tell about a word behind one of this kind that belongs to it, but not there.
    default String hintBehind(String text) {
        return "";
    }

    /// Whether words of this kind must never be shown.
    default boolean isSecret() {
        return false;
    }

    /// What came of a word.
    ///
    /// @param value      the value, if there is any
    /// @param correction what was changed to get it; empty if nothing
    /// @param counts     whether keepalived reports that, too
    record Outcome<T>(Optional<T> value, String correction, boolean counts) {
        public Outcome(Optional<T> value, String correction) {
            this(value, correction, true);
        }

        public static <T> Outcome<T> of(T value) {
            return new Outcome<>(Optional.of(value), "");
        }

        public static <T> Outcome<T> corrected(T value, String correction) {
            return new Outcome<>(Optional.of(value), correction);
        }

        /// A word of which keepalived drops a part and says nothing.
        public static <T> Outcome<T> noted(T value, String correction) {
            return new Outcome<>(Optional.of(value), correction, false);
        }

        public static <T> Outcome<T> wrong() {
            return new Outcome<>(Optional.empty(), "");
        }
    }
}
