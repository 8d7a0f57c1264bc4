package io.holdfast.config.vrrp;

import io.holdfast.config.table.Clause;
import io.holdfast.config.table.Phrase;
import io.holdfast.config.value.Command;
import io.holdfast.config.value.CommandPhrase;
import java.util.Optional;

/// `[COMMAND [USER [GROUP]]]`, where nothing at all means something, too.
record DeletedPhrase() implements Phrase<Optional<Command>> {
    private static final CommandPhrase COMMAND = new CommandPhrase(true);

    @Override
    public String expects() {
        return COMMAND.expects();
    }

    @Override
    public boolean readsLine() {
        return true;
    }

    @Override
    public Optional<Optional<Command>> read(Clause clause) {
        Optional<Command> command = COMMAND.read(clause);
        return command.isEmpty() ? Optional.empty() : Optional.of(command);
    }
}
