package io.holdfast.config.value;

import io.holdfast.config.table.Clause;
import io.holdfast.config.table.Phrase;
import io.holdfast.config.text.Word;
import java.util.Optional;

/// `USER [GROUP]`.
public record UserPhrase() implements Phrase<UserName> {
    @Override
    public String expects() {
        return "a user and perhaps a group";
    }

    @Override
    public Optional<UserName> read(Clause clause) {
        Word user = clause.next();
        return Optional.of(new UserName(user, clause.hasNext() ? Optional.of(clause.next()) : Optional.empty()));
    }
}
