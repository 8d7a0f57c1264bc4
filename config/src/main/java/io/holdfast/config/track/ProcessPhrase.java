package io.holdfast.config.track;

import io.holdfast.config.finding.Shown;
import io.holdfast.config.table.Clause;
import io.holdfast.config.table.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `NAME [PARAMETER ...]`.
record ProcessPhrase() implements Phrase<List<String>> {
    @Override
    public String expects() {
        return "the name of a process and perhaps parameters";
    }

    @Override
    public Optional<List<String>> read(Clause clause) {
        List<String> words = new ArrayList<>();
        while (clause.hasNext()) {
            words.add(Shown.decoded(clause.next().text()));
        }
        return Optional.of(List.copyOf(words));
    }
}
