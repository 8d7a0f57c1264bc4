package io.holdfast.config.table;

import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Value.Outcome;
import io.holdfast.config.text.Line;
import io.holdfast.config.text.Word;
import java.util.List;
import java.util.Optional;

/// Reads one line of a list block: usually a value, then options (11), or a part of such a line that has options of
/// its own. The options are keywords of the table.
final class EntryParser {
    private final Reporter report;
    private final Block block;
    private final List<Word> words;
    /// What becomes of what is read here if a word in it is wrong.
    private final String loss;
    private int at;
    private boolean spoilt;

    private EntryParser(Reporter report, Block block, List<Word> words, int at, String loss) {
        this.report = report;
        this.block = block;
        this.words = words;
        this.at = at;
        this.loss = loss;
    }

    /// The entry, unless something in the line drops it as a whole.
    static Optional<Draft> entry(Reporter report, Block block, Line line, List<Word> words) {
        return words.isEmpty() ? Optional.empty()
                : new EntryParser(report, block, words, 0, "the whole line is left out").entry(line);
    }

    private Optional<Draft> entry(Line line) {
        Draft draft = new Draft(block, words.get(0));
        if (block.lead().isPresent()) {
            lead(draft, block.lead().get(), line);
        }
        while (!spoilt && at < words.size()) {
            Optional<Keyword<?>> keyword = block.find(words.get(at).text());
            if (keyword.isPresent()) {
                option(draft, keyword.get());
            } else {
                stranger(draft);
            }
        }
        return spoilt ? Optional.empty() : Optional.of(draft);
    }

    /// Goes on as long as the words are options of the table, so that a wrong one does not put the rest out of step.
    private Optional<Draft> part(Word keyword) {
        Draft draft = new Draft(block, keyword);
        if (next().isEmpty()) {
            report.emptyPart(block, keyword, loss);
            spoilt = true;
        }
        for (Optional<Keyword<?>> next = next(); next.isPresent(); next = next()) {
            option(draft, next.get());
        }
        return spoilt ? Optional.empty() : Optional.of(draft);
    }

    private Optional<Keyword<?>> next() {
        return at == words.size() ? Optional.empty() : block.find(words.get(at).text());
    }

    private <T> void lead(Draft draft, Keyword<T> keyword, Line line) {
        if (keyword.syntax() instanceof Syntax.Phrased<T> phrased) {
            phrase(draft, keyword, phrased.phrase(), line);
            return;
        }
        if (!(keyword.syntax() instanceof Syntax.One<T> one)) {
            return;
        }
        Word word = words.get(at++);
        Outcome<T> outcome = one.value().read(word.text());
        if (outcome.value().isEmpty()) {
            report.badEntry(word, one.value());
            spoilt = true;
            return;
        }
        report.corrected(word, one.value(), outcome, "address");
        draft.put(new Entry<>(keyword, outcome.value().get(), word, word.place()));
    }

    /// An entry that is one value in all.
    private <T> void phrase(Draft draft, Keyword<T> keyword, Phrase<T> phrase, Line line) {
        Clause clause = new Clause(report, draft, keyword, line, words, 0);
        Optional<T> value = phrase.read(clause);
        at = words.size();
        spoilt = value.isEmpty();
        if (value.isPresent()) {
            put(draft, keyword, value.get(), words.get(0), words.get(0));
            report.extraWords(keyword, clause, phrase.expects());
        }
    }

    /// A word that is no option.
    private void stranger(Draft draft) {
        Optional<Keyword<?>> lead = block.lead();
        if (lead.isPresent() && lead.get().syntax() instanceof Syntax.Loose<?, ?> loose) {
            loose(draft, lead.get(), loose.words());
        } else {
            spoilt = block.isDroppedBy(at);
            report.unknownOption(block, words.get(at++), spoilt);
        }
    }

    private <L, T> void loose(Draft draft, Keyword<?> keyword, Syntax.Led<L, T> led) {
        Word word = words.get(at);
        Optional<L> leader = leader(led);
        Outcome<T> outcome = at == words.size() ? Outcome.wrong() : led.value().read(words.get(at).text());
        if (outcome.value().isEmpty()) {
            report.neitherOptionNor(led.value(), block, at == words.size() ? word : words.get(at));
            spoilt = true;
            return;
        }
        Word read = words.get(at++);
        report.corrected(read, led.value(), outcome, read.text());
        put(draft, keyword, new Syntax.Lead<>(leader, outcome.value().get()), word, read);
    }

    private <T> void option(Draft draft, Keyword<T> keyword) {
        Word word = words.get(at++);
        if (!report.effect(draft, keyword, word)) {
            at += keyword.syntax() instanceof Syntax.One<?> ? Math.min(1, words.size() - at) : 0;
            return;
        }
        if (block.isDemanding() && draft.has(keyword) && !isLast(keyword)) {
            report.repeatedOption(keyword, word);
        }
        if (keyword.syntax() instanceof Syntax.One<T> one) {
            one(draft, keyword, one, word);
        } else if (keyword.syntax() instanceof Syntax.Led<?, ?> led) {
            led(draft, keyword, led, word);
        } else if (keyword.syntax() instanceof Syntax.Part part) {
            part(draft, keyword, part, word);
        } else {
            put(draft, keyword, Boolean.TRUE, word, word);
        }
    }

    private static boolean isLast(Keyword<?> keyword) {
        return keyword.syntax() instanceof Syntax.Part part && part.last();
    }

    private <T> void one(Draft draft, Keyword<T> keyword, Syntax.One<T> one, Word word) {
        Optional<T> value = value(keyword, one.value(), one.missing(), word);
        if (value.isPresent()) {
            put(draft, keyword, value.get(), word, words.get(at - 1));
        }
    }

    private <L, T> void led(Draft draft, Keyword<?> keyword, Syntax.Led<L, T> led, Word word) {
        Optional<L> leader = leader(led);
        Optional<T> value = value(keyword, led.value(), led.missing(), word);
        if (value.isPresent()) {
            put(draft, keyword, new Syntax.Lead<>(leader, value.get()), word, words.get(at - 1));
        }
    }

    private <L> Optional<L> leader(Syntax.Led<L, ?> led) {
        Optional<L> leader = at == words.size() ? Optional.empty() : led.leader().read(words.get(at).text()).value();
        at += leader.isPresent() ? 1 : 0;
        return leader;
    }

    private <T> Optional<T> value(Keyword<?> keyword, Value<T> value, Syntax.Missing missing, Word word) {
        if (at == words.size()) {
            report.optionWithoutWord(block, word, value, loss);
            spoilt = true;
            return Optional.empty();
        }
        boolean drops = missing == Syntax.Missing.REFUSES;
        Optional<T> read = report.option(keyword, value, words.get(at++), drops,
                drops ? loss : keyword.name() + " is left out");
        spoilt |= drops && read.isEmpty();
        return read;
    }

    private void part(Draft draft, Keyword<?> keyword, Syntax.Part part, Word word) {
        boolean drops = part.missing() == Syntax.Missing.REFUSES;
        String partLoss = part.last() ? "this " + keyword + " and what follows it are left out"
                : drops ? loss : keyword + " is left out";
        var parser = new EntryParser(report, part.table().block(), words, at, partLoss);
        Optional<Draft> options = parser.part(word);
        at = parser.at;
        if (options.isPresent()) {
            put(draft, keyword, options.get(), word, word);
        }
        spoilt |= drops && options.isEmpty();
        if (options.isEmpty()) {
            skip(part);
        } else if (part.last() && at < words.size() && !words.get(at).text().equals(keyword.name())) {
            report.afterLast(keyword, words.get(at));
            at = words.size();
        }
    }

    /// Goes to where reading can be taken up again.
    private void skip(Syntax.Part spoiltPart) {
        while (at < words.size() && (spoiltPart.last() || next().isEmpty())) {
            at++;
        }
    }

    /// The type of a row is that of its syntax, which [Syntax] declares.
    @SuppressWarnings("unchecked")
    private static <T> void put(Draft draft, Keyword<?> keyword, T value, Word word, Word read) {
        if (keyword.repetition() == Repetition.FIRST_KEPT && draft.has(keyword)) {
            return;
        }
        draft.put(new Entry<>((Keyword<T>) keyword, value, word, read.place()));
    }
}
