package io.holdfast.config.lvs;

import io.holdfast.config.finding.Shown;
import io.holdfast.config.table.Clause;
import io.holdfast.config.table.Phrase;
import io.holdfast.lvs.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A command, then perhaps user and group.
///
/// @param expects what fits
public record CommandPhrase(String expects) implements Phrase<Command> {
    /// Those that are run when something happens.
    static final CommandPhrase NOTIFY = new CommandPhrase("a command and perhaps user and group");

    @Override
    public Optional<Command> read(Clause clause) {
        List<String> words = new ArrayList<>();
        while (clause.hasNext()) {
            words.add(Shown.decoded(clause.next().text()));
        }
        return Optional.of(new Command(words));
    }
}
