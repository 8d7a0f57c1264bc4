package io.holdfast.config.table;

import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.text.Line;
import io.holdfast.config.text.Place;
import io.holdfast.config.text.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads keywords whose words are all on their own line.
final class LineParser {
    private final Reporter report;

    LineParser(Reporter report) {
        this.report = report;
    }

    /// The keyword with what its words became; empty if they are not looked at, or are wrong, which is reported.
    ///
    /// Only here the type of a row meets the type of its syntax; the casts follow from [Syntax]'s declarations.
    @SuppressWarnings("unchecked")
    <T> Optional<Entry<T>> read(Draft draft, Keyword<T> keyword, Line line, List<Word> words) {
        Syntax<T> syntax = keyword.syntax();
        if (syntax instanceof Syntax.One<T> one) {
            return one(draft, keyword, one, words);
        }
        if (syntax instanceof Syntax.Flag) {
            report.extraWords(draft, keyword, words, 1);
            return Optional.of(new Entry<>(keyword, (T) Boolean.TRUE, words.get(0), words.get(0).place()));
        }
        if (syntax instanceof Syntax.Two<?, ?> two) {
            return (Optional<Entry<T>>) (Optional<?>) two(draft, keyword, two, words);
        }
        if (syntax instanceof Syntax.Led<?, ?> led) {
            return (Optional<Entry<T>>) (Optional<?>) led(draft, keyword, led, words);
        }
        if (syntax instanceof Syntax.Several<?> several) {
            return (Optional<Entry<T>>) (Optional<?>) several(draft, keyword, several, words);
        }
        if (syntax instanceof Syntax.Entry entry) {
            Block block = entry.table().block();
            return (Optional<Entry<T>>) (Optional<?>) entry((Keyword<Draft>) keyword, block, line, words);
        }
        if (syntax instanceof Syntax.Phrased<T> phrased) {
            return phrase(draft, keyword, phrased, line, words);
        }
        return Optional.empty();
    }

    private <T> Optional<Entry<T>> one(Draft draft, Keyword<T> keyword, Syntax.One<T> one, List<Word> words) {
        Word word = words.get(0);
        if (words.size() > 1) {
            report.extraWords(draft, keyword, words, 2);
            Optional<T> read = report.value(draft, keyword, one.value(), words.get(1));
            Optional<T> value = read.isPresent() ? read : one.instead();
            return value.isEmpty() ? Optional.empty()
                    : Optional.of(new Entry<>(keyword, value.get(), word, words.get(1).place()));
        }
        if (one.bare().isPresent()) {
            return Optional.of(new Entry<>(keyword, one.bare().get(), word, word.place()));
        }
        report.missingWord(draft, keyword, word, one);
        return Optional.empty();
    }

    private <T> Optional<Entry<T>> phrase(Draft draft, Keyword<T> keyword, Syntax.Phrased<T> phrased, Line line,
            List<Word> words) {
        Word word = words.get(0);
        boolean more = words.size() > 1
                || (phrased.phrase().readsLine() && line.text().length() > word.text().length());
        if (more) {
            Clause clause = new Clause(report, draft, keyword, line, words, 1);
            Optional<T> value = phrased.phrase().read(clause);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            report.extraWords(keyword, clause, phrased.phrase().expects());
            Place place = words.get(Math.min(1, words.size() - 1)).place();
            return Optional.of(new Entry<>(keyword, value.get(), word, place));
        }
        if (phrased.bare().isPresent()) {
            return Optional.of(new Entry<>(keyword, phrased.bare().get(), word, word.place()));
        }
        report.missingWord(draft, keyword, word, phrased.missing(), phrased.phrase().expects());
        return Optional.empty();
    }

    private <A, B> Optional<Entry<Syntax.Pair<A, B>>> two(Draft draft, Keyword<?> keyword, Syntax.Two<A, B> two,
            List<Word> words) {
        boolean secondMissing = words.size() == 2 && two.usual().isEmpty();
        if (words.size() == 1 || secondMissing) {
            Value<?> missing = secondMissing ? two.second() : two.first();
            report.missingWord(draft, keyword, words.get(0), two.missing() == Syntax.Missing.REFUSES
                    ? Syntax.One.refusing(missing) : Syntax.One.skipping(missing));
            return Optional.empty();
        }
        Optional<A> first = report.value(draft, keyword, two.first(), words.get(1));
        Word last = words.get(Math.min(2, words.size() - 1));
        Optional<B> second = words.size() == 2 ? two.usual() : report.value(draft, keyword, two.second(), last);
        report.extraWords(draft, keyword, words, 3);
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        @SuppressWarnings("unchecked")
        Keyword<Syntax.Pair<A, B>> typed = (Keyword<Syntax.Pair<A, B>>) keyword;
        var pair = new Syntax.Pair<>(first.get(), second.get(), last.place());
        return Optional.of(new Entry<>(typed, pair, words.get(0), words.get(1).place()));
    }

    private <L, T> Optional<Entry<Syntax.Lead<L, T>>> led(Draft draft, Keyword<?> keyword, Syntax.Led<L, T> led,
            List<Word> words) {
        Optional<L> leader = words.size() == 1 ? Optional.empty() : led.leader().read(words.get(1).text()).value();
        int at = leader.isPresent() ? 2 : 1;
        if (at == words.size()) {
            report.missingWord(draft, keyword, words.get(0), led.missing() == Syntax.Missing.REFUSES
                    ? Syntax.One.refusing(led.value()) : Syntax.One.skipping(led.value()));
            return Optional.empty();
        }
        report.extraWords(draft, keyword, words, at + 1);
        Optional<T> value = report.value(draft, keyword, led.value(), words.get(at));
        if (value.isEmpty()) {
            return Optional.empty();
        }
        @SuppressWarnings("unchecked")
        Keyword<Syntax.Lead<L, T>> typed = (Keyword<Syntax.Lead<L, T>>) keyword;
        var lead = new Syntax.Lead<>(leader, value.get());
        return Optional.of(new Entry<>(typed, lead, words.get(0), words.get(at).place()));
    }

    private <E> Optional<Entry<List<E>>> several(Draft draft, Keyword<?> keyword, Syntax.Several<E> several,
            List<Word> words) {
        if (words.size() <= several.least()) {
            report.missingWord(draft, keyword, words.get(0), Syntax.One.skipping(several.value()));
            return Optional.empty();
        }
        List<E> values = new ArrayList<>();
        for (int i = 1; i < words.size() && values.size() < several.most(); i++) {
            Optional<E> one = report.value(draft, keyword, several.value(), words.get(i));
            if (one.isEmpty()) {
                return Optional.empty();
            }
            values.add(one.get());
        }
        report.extraWords(draft, keyword, words, 1 + values.size());
        @SuppressWarnings("unchecked")
        Keyword<List<E>> typed = (Keyword<List<E>>) keyword;
        Place place = words.get(Math.min(1, words.size() - 1)).place();
        return Optional.of(new Entry<>(typed, List.copyOf(values), words.get(0), place));
    }

    private Optional<Entry<Draft>> entry(Keyword<Draft> keyword, Block block, Line line, List<Word> words) {
        Word word = words.get(0);
        if (words.size() == 1) {
            report.lineWithoutWords(keyword, word);
            return Optional.empty();
        }
        Optional<Draft> draft = EntryParser.entry(report, block, line, words.subList(1, words.size()));
        return draft.isEmpty() ? Optional.empty()
                : Optional.of(new Entry<>(keyword, draft.get(), word, words.get(1).place()));
    }
}
