package io.holdfast.config.vrrp;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Shown;
import io.holdfast.config.table.Clause;
import io.holdfast.config.text.Word;
import io.holdfast.config.value.Values;
import java.util.Optional;

/// What `use_vmac` and `use_ipvlan` have in common.
final class LinkWords {
    private LinkWords() {}

    /// `group G`, the word group being taken.
    static Optional<String> group(Clause clause) {
        if (!clause.hasNext()) {
            clause.missing("a group behind the word group");
            return Optional.empty();
        }
        return Optional.of(Shown.decoded(clause.next().text()));
    }

    /// `[name] IF`; the first one counts.
    static Optional<String> name(Clause clause, Optional<String> before) {
        clause.takes("name");
        if (!clause.hasNext()) {
            clause.missing("a name behind the word name");
            return before;
        }
        Word word = clause.peek();
        Optional<String> name = clause.value(Values.INTERFACE);
        if (before.isPresent() && name.isPresent()) {
            clause.add(Problem.REPEATED, word.place(), "the interface has the name " + Shown.text(before.get())
                    + " already").so("the word is ignored").done();
        }
        return before.isPresent() ? before : name;
    }
}
