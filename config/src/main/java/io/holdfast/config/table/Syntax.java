package io.holdfast.config.table;

import io.holdfast.config.text.Place;
import java.util.List;
import java.util.Optional;

/// What follows a keyword.
///
/// @param <T> what is made of it
public sealed interface Syntax<T> {
    /// Nothing.
    record Flag() implements Syntax<Boolean> {}

    /// One word.
    ///
    /// @param value   what kind of word
    /// @param missing what it means if the word is not there
    /// @param bare    the value without a word, for [Missing#BARE]
    /// @param instead the value used in place of a wrong one; if there is none, the line is left out
    record One<T>(Value<T> value, Missing missing, Optional<T> bare, Optional<T> instead) implements Syntax<T> {
        public static <T> One<T> refusing(Value<T> value) {
            return new One<>(value, Missing.REFUSES, Optional.empty(), Optional.empty());
        }

        public static <T> One<T> skipping(Value<T> value) {
            return new One<>(value, Missing.SKIPS, Optional.empty(), Optional.empty());
        }
    }

    /// Two words of different kinds.
    ///
    /// @param missing what it means if the first word is not there
    /// @param usual   what a missing second word means; if nothing, it must not be missing
    record Two<A, B>(Value<A> first, Value<B> second, Missing missing, Optional<B> usual)
            implements Syntax<Pair<A, B>> {}

    /// What [Two] words are made into.
    ///
    /// @param place the second word
    record Pair<A, B>(A first, B second, Place place) {}

    /// One word, before which a certain other one may stand: `[lock] N`.
    ///
    /// @param leader  what the word before it may be; anything else is taken for the value
    /// @param missing what it means if the value is not there
    record Led<L, T>(Value<L> leader, Value<T> value, Missing missing) implements Syntax<Lead<L, T>> {}

    /// What [Led] words are made into.
    record Lead<L, T>(Optional<L> leader, T value) {}

    /// In the table of an entry, a word that is none of its options, wherever it stands; the row has no keyword.
    record Loose<L, T>(Led<L, T> words) implements Syntax<Lead<L, T>> {}

    /// In the table of an entry, options of their own, which go on as long as the words are such options.
    ///
    /// @param missing what a wrong word in it spoils: the entry for [Missing#REFUSES], the part for [Missing#SKIPS]
    /// @param last    nothing but parts of its kind may follow, and a wrong word spoils those as well
    record Part(BlockTable table, Missing missing, boolean last) implements Syntax<Draft> {}

    /// Words all of one kind.
    ///
    /// @param least how many there must be
    /// @param most  how many are looked at
    record Several<E>(Value<E> value, int least, int most) implements Syntax<List<E>> {}

    /// Words that make up one value together.
    ///
    /// @param missing what it means if there is none
    /// @param bare    the value without a word, for [Missing#BARE]
    record Phrased<T>(Phrase<T> phrase, Missing missing, Optional<T> bare) implements Syntax<T> {}

    /// A block of keywords.
    record Nested(BlockTable table) implements Syntax<Draft> {}

    /// A list block, each line an entry: a value and options, which are keywords of a block of their own.
    record Entries(BlockTable table) implements Syntax<List<Draft>> {}

    /// A list block, each word of it a value (8.4).
    record Names<E>(Value<E> value) implements Syntax<List<Placed<E>>> {}

    /// A value and where it stands.
    record Placed<E>(E value, Place place) {}

    /// A line that is like an entry of a list block.
    record Entry(BlockTable table) implements Syntax<Draft> {}

    /// Words that are not looked at yet.
    record Words() implements Syntax<Boolean> {}

    /// A block that is not looked at yet.
    record Unit() implements Syntax<Boolean> {}

    /// What a keyword without its word means (8.2).
    enum Missing {
        /// keepalived gives up at once.
        REFUSES,
        /// The line is left out.
        SKIPS,
        /// The keyword means something by itself.
        BARE
    }

    /// A table that comes into being when its block is first met: see [Block].
    @FunctionalInterface
    interface BlockTable {
        Block block();
    }
}
