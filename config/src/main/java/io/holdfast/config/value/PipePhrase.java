package io.holdfast.config.value;

import io.holdfast.config.table.Clause;
import io.holdfast.config.table.Phrase;
import io.holdfast.config.text.Word;
import java.util.Optional;

/// `PATH [USER [GROUP]]`.
public record PipePhrase() implements Phrase<Pipe> {
    private static final UserPhrase USER = new UserPhrase();

    @Override
    public String expects() {
        return "the path of a named pipe, and perhaps a user and a group";
    }

    @Override
    public Optional<Pipe> read(Clause clause) {
        Word path = clause.next();
        if (path.text().isEmpty()) {
            clause.takeAll();
            clause.missing(expects());
            return Optional.empty();
        }
        return Optional.of(new Pipe(path, clause.hasNext() ? USER.read(clause) : Optional.empty()));
    }
}
