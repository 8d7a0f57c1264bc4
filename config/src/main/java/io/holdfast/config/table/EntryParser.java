package io.holdfast.config.table;

import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Value.Outcome;
import io.holdfast.config.text.Line;
import io.holdfast.config.text.Word;
import java.util.List;
import java.util.Optional;

/// Reads one line of a list block: a value, then options (11). The options are keywords of the entry's table.
final class EntryParser {
    private final Reporter report;
    private final Block block;

    EntryParser(Reporter report, Block block) {
        this.report = report;
        this.block = block;
    }

    /// The entry, unless something in the line drops it as a whole.
    Optional<Draft> parse(Line line, List<Word> words) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        Draft draft = new Draft(block, words.get(0));
        if (block.lead().isPresent() && block.lead().get().syntax() instanceof Syntax.Phrased<?>) {
            return phrase(draft, block.lead().get(), line, words) ? Optional.of(draft) : Optional.empty();
        }
        boolean complete = lead(draft, words.get(0));
        for (int at = block.lead().isEmpty() ? 0 : 1; complete && at < words.size();) {
            int taken = option(draft, words, at);
            complete = taken > 0;
            at += taken;
        }
        return complete ? Optional.of(draft) : Optional.empty();
    }

    private <T> boolean phrase(Draft draft, Keyword<T> keyword, Line line, List<Word> words) {
        if (!(keyword.syntax() instanceof Syntax.Phrased<T> phrased)) {
            return false;
        }
        Clause clause = new Clause(report, draft, keyword, line, words, 0);
        Optional<T> value = phrased.phrase().read(clause);
        if (value.isPresent()) {
            draft.put(new Entry<>(keyword, value.get(), words.get(0), words.get(0).place()));
            report.extraWords(keyword, clause, phrased.phrase().expects());
        }
        return value.isPresent();
    }

    private boolean lead(Draft draft, Word word) {
        return block.lead().isEmpty() || lead(draft, block.lead().get(), word);
    }

    private <T> boolean lead(Draft draft, Keyword<T> keyword, Word word) {
        if (!(keyword.syntax() instanceof Syntax.One<T> one)) {
            return true;
        }
        Outcome<T> outcome = one.value().read(word.text());
        if (outcome.value().isEmpty()) {
            report.badEntry(word, one.value());
            return false;
        }
        report.corrected(word, one.value(), outcome, "address");
        draft.put(new Entry<>(keyword, outcome.value().get(), word, word.place()));
        return true;
    }

    /// Reads the option at a word and returns how many words it took, or 0 if it drops the entry.
    private int option(Draft draft, List<Word> words, int at) {
        Optional<Keyword<?>> keyword = block.find(words.get(at).text());
        if (keyword.isEmpty()) {
            boolean drops = block.isDroppedBy(at);
            report.unknownOption(block, words.get(at), drops);
            return drops ? 0 : 1;
        }
        if (!report.effect(draft, keyword.get(), words.get(at))) {
            return keyword.get().syntax() instanceof Syntax.One<?> ? Math.min(2, words.size() - at) : 1;
        }
        return option(draft, keyword.get(), words, at);
    }

    private <T> int option(Draft draft, Keyword<T> keyword, List<Word> words, int at) {
        Word word = words.get(at);
        if (!(keyword.syntax() instanceof Syntax.One<T> one)) {
            flag(draft, keyword, word);
            return 1;
        }
        if (at + 1 == words.size()) {
            report.optionWithoutWord(word, one.value());
            return 0;
        }
        Word argument = words.get(at + 1);
        boolean drops = one.missing() == Syntax.Missing.REFUSES;
        Optional<T> value = report.option(keyword, one.value(), argument, drops);
        if (value.isPresent()) {
            draft.put(new Entry<>(keyword, value.get(), word, argument.place()));
        }
        return value.isEmpty() && drops ? 0 : 2;
    }

    /// An option that is no [Syntax.One] is a flag.
    @SuppressWarnings("unchecked")
    private static <T> void flag(Draft draft, Keyword<T> keyword, Word word) {
        draft.put(new Entry<>((Keyword<Boolean>) keyword, Boolean.TRUE, word, word.place()));
    }
}
