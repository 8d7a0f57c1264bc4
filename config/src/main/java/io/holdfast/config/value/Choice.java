package io.holdfast.config.value;

import io.holdfast.config.table.Suggestions;
import io.holdfast.config.table.Value;
import java.util.List;

/// One of a few words, told apart by case.
///
/// @param words  the words
/// @param values what they stand for, in the same order
public record Choice<T>(List<String> words, List<T> values) implements Value<T> {
    /// A shorter word is close to everything.
    private static final int LEAST_LETTERS = 3;

    @Override
    public String expects() {
        if (words.size() == 1) {
            return "the word " + words.get(0);
        }
        return words.size() == 2 ? words.get(0) + " or " + words.get(1) : "one of " + String.join(", ", words);
    }

    @Override
    public String hint(String text) {
        String near = Suggestions.nearest(words, text);
        return near.length() < LEAST_LETTERS ? "" : near.equalsIgnoreCase(text) ? "capital letters count: write " + near
                : "did you mean " + near + "?";
    }

    @Override
    public Outcome<T> read(String text) {
        int index = words.indexOf(text);
        return index < 0 ? Outcome.wrong() : Outcome.of(values.get(index));
    }
}
