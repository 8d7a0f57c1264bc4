package io.holdfast.config.table;

import java.util.List;
import java.util.Optional;

/// Several words that mean one thing together, as `TUN type gue port 5555`: a [Value] of more than one word.
///
/// @param <T> what is made of the words
public interface Phrase<T> {
    /// What fits, to follow "is not" or "needs".
    String expects();

    /// Makes something of all that follows a keyword, at least one word, quotes already taken off.
    Reading<T> read(List<String> words);

    /// What came of the words.
    ///
    /// @param value  the value, if there is any
    /// @param used   how many words it took; what follows is ignored, which is said
    /// @param remark what is to be said about a word: why there is no value, or what was changed to get it
    record Reading<T>(Optional<T> value, int used, Optional<Remark> remark) {
        public static <T> Reading<T> of(T value, int used) {
            return new Reading<>(Optional.of(value), used, Optional.empty());
        }

        /// A value, and what is to be said about one of its words.
        public static <T> Reading<T> of(T value, int used, Optional<Remark> remark) {
            return new Reading<>(Optional.of(value), used, remark);
        }

        /// The word at an index is wrong, or missing if there are only so many.
        public static <T> Reading<T> wrong(int at, String expects) {
            return new Reading<>(Optional.empty(), at, Optional.of(new Remark(at, expects, "", true)));
        }
    }

    /// @param at         index of the word
    /// @param expects    what fits there
    /// @param correction what was changed; empty if the word spoils the whole
    /// @param counts     whether keepalived says so, too
    record Remark(int at, String expects, String correction, boolean counts) {
        /// What [Value#read] said about the word at an index; empty if it took it as it is.
        public static Optional<Remark> about(int at, Value<?> value, Value.Outcome<?> outcome) {
            return outcome.correction().isEmpty() ? Optional.empty()
                    : Optional.of(new Remark(at, value.expects(), outcome.correction(), outcome.counts()));
        }
    }
}
