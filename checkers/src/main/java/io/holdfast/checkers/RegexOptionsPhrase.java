package io.holdfast.checkers;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.table.Clause;
import io.holdfast.config.table.Phrase;
import io.holdfast.config.text.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Options of a regular expression. Those that are not known keepalived ignores without a word.
record RegexOptionsPhrase() implements Phrase<List<RegexOption>> {
    @Override
    public String expects() {
        return "compile options of PCRE2 like caseless or multiline";
    }

    @Override
    public Optional<List<RegexOption>> read(Clause clause) {
        List<RegexOption> options = new ArrayList<>();
        while (clause.hasNext()) {
            Word word = clause.next();
            Optional<RegexOption> option = RegexOption.named(word.text());
            if (option.isPresent()) {
                options.add(option.get());
            } else {
                clause.add(Problem.WORD_CUT, word.place(), "this is none of the " + expects())
                        .expecting(expects()).so("the word is ignored").done();
            }
        }
        return Optional.of(List.copyOf(options));
    }
}
