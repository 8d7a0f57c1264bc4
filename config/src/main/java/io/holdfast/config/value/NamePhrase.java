package io.holdfast.config.value;

import io.holdfast.config.finding.Shown;
import io.holdfast.config.table.Clause;
import io.holdfast.config.table.Phrase;
import io.holdfast.config.table.Value;
import java.util.Optional;

/// The name of something, as it stands before the brace of a block.
///
/// @param expects what fits
/// @param longest how many characters it may have
public record NamePhrase(String expects, int longest) implements Phrase<String>, Value<String> {
    @Override
    public Optional<String> read(Clause clause) {
        return clause.value(this);
    }

    @Override
    public Outcome<String> read(String text) {
        return text.isEmpty() || text.length() > longest ? Outcome.wrong() : Outcome.of(Shown.decoded(text));
    }
}
