package io.holdfast.config.table;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.text.Line;
import io.holdfast.config.text.Place;
import io.holdfast.config.text.Word;
import java.util.List;
import java.util.Optional;

/// The words behind a keyword, for a [Phrase] to take one by one, and a way to complain of them.
public final class Clause {
    private final Reporter report;
    private final Draft draft;
    private final Keyword<?> keyword;
    private final Line line;
    private final List<Word> words;
    private int at;

    /// @param at the first word behind the keyword, or of an entry
    Clause(Reporter report, Draft draft, Keyword<?> keyword, Line line, List<Word> words, int at) {
        this.at = at;
        this.report = report;
        this.draft = draft;
        this.keyword = keyword;
        this.line = line;
        this.words = words;
    }

    /// The whole line as it stands, the keyword included.
    public Line line() {
        return line;
    }

    public boolean hasNext() {
        return at < words.size();
    }

    /// The next word, which is left to be taken.
    public Word peek() {
        return words.get(at);
    }

    public Word next() {
        return words.get(at++);
    }

    /// Takes the next word if it is this one.
    public boolean takes(String word) {
        boolean taken = hasNext() && peek().text().equals(word);
        at += taken ? 1 : 0;
        return taken;
    }

    /// Leaves all that is left to the phrase, which looks at the line itself.
    public void takeAll() {
        at = words.size();
    }

    /// Takes the next word as a value; a wrong one is reported, as the line being left out.
    public <V> Optional<V> value(Value<V> value) {
        return isEntry() ? report.instead(value, next(), "the whole line is left out")
                : report.value(draft, keyword, value, next());
    }

    /// The same, if a wrong word means something else.
    ///
    /// @param so what it means
    public <V> Optional<V> value(Value<V> value, String so) {
        return report.instead(value, next(), so);
    }

    /// Reports something about the words at a place.
    public Reporter.Pending add(Problem problem, Place place, String message) {
        return report.add(problem, place, message);
    }

    /// Reports that the keyword needs a word more, and is left out without it.
    public void missing(String expects) {
        String who = isEntry() ? "a line of " + draft.block().name() : keyword.name();
        report.add(Problem.WORD_LEFT_OUT, words.get(words.size() - 1).place(), who + " needs " + expects)
                .expecting(expects).so("the line is left out").done();
    }

    private boolean isEntry() {
        return keyword.name().equals(Rows.LEAD);
    }

    /// Reports words that are not known here as ignored.
    public void ignoreRest(String expects) {
        while (hasNext()) {
            Word word = next();
            report.add(Problem.UNKNOWN_OPTION, word.place(), "\"" + report.shown(word) + "\" is not " + expects)
                    .expecting(expects).so("the word is ignored").done();
        }
    }
}
