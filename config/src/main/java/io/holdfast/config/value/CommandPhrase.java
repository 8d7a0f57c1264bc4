package io.holdfast.config.value;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.table.Clause;
import io.holdfast.config.table.Phrase;
import io.holdfast.config.text.Place;
import io.holdfast.config.text.Word;
import java.util.List;
import java.util.Optional;

/// A command in one word, quoted as a whole if it has arguments.
///
/// @param takesUser whether a user and a group may follow it, as they do where there is no `user` keyword
public record CommandPhrase(boolean takesUser) implements Phrase<Command> {
    private static final String QUOTE_IT = "put the command and its arguments into one pair of double quotes";

    @Override
    public String expects() {
        return takesUser ? "a command in quotes, and perhaps a user and a group" : "a command in quotes";
    }

    @Override
    public boolean readsLine() {
        return true;
    }

    @Override
    public Optional<Command> read(Clause clause) {
        clause.takeAll();
        Optional<List<Word>> words = CommandWords.of(clause.line());
        if (words.isEmpty()) {
            return unclosed(clause, clause.line().place());
        }
        if (words.get().size() < 2) {
            return none(clause, clause.line().place());
        }
        Word command = words.get().get(1);
        Optional<List<String>> arguments = CommandWords.arguments(command.text());
        if (arguments.isEmpty()) {
            return unclosed(clause, command.place());
        }
        if (arguments.get().isEmpty() || arguments.get().get(0).isEmpty()) {
            return none(clause, command.place());
        }
        superfluous(clause, words.get());
        return Optional.of(new Command(arguments.get(), user(words.get()), command.place(), word(words.get(), 2)));
    }

    private static Optional<Command> unclosed(Clause clause, Place place) {
        clause.add(Problem.BAD_COMMAND, place, "a quote in the command is not closed").so("the line is left out")
                .hinting(clause.line().text().indexOf('\'') < 0 ? ""
                        : "' is a quote, too; write \\' for an apostrophe inside double quotes").done();
        return Optional.empty();
    }

    private static Optional<Command> none(Clause clause, Place place) {
        clause.add(Problem.BAD_COMMAND, place, "there is no command here").so("the line is left out").done();
        return Optional.empty();
    }

    private Optional<UserName> user(List<Word> words) {
        return !takesUser || words.size() < 3 ? Optional.empty()
                : Optional.of(new UserName(words.get(2), word(words, 3)));
    }

    private static Optional<Word> word(List<Word> words, int index) {
        return index < words.size() ? Optional.of(words.get(index)) : Optional.empty();
    }

    /// keepalived loses these words without a word.
    private void superfluous(Clause clause, List<Word> words) {
        Optional<Word> extra = word(words, takesUser ? 4 : 2);
        if (extra.isPresent()) {
            clause.add(Problem.EXTRA_WORDS, extra.get().place(), "what stands here is no part of the command")
                    .so("the command is run without it").hinting(QUOTE_IT).done();
        }
    }
}
