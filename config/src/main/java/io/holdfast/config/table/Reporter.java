package io.holdfast.config.table;

import io.holdfast.config.finding.Finding;
import io.holdfast.config.finding.Findings;
import io.holdfast.config.finding.Origin;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Secrets;
import io.holdfast.config.finding.Shown;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Value.Outcome;
import io.holdfast.config.text.Line;
import io.holdfast.config.text.Place;
import io.holdfast.config.text.Snapshot;
import io.holdfast.config.text.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Words findings for the block parser and places them in the operator's files.
public final class Reporter {
    private final Snapshot snapshot;
    private final Block root;
    private final Findings findings;
    private final Set<Keyword<?>> announced = new HashSet<>();

    /// @param root the table of the top level, where a misplaced keyword's home is looked for
    public Reporter(Snapshot snapshot, Block root, Findings findings) {
        this.snapshot = snapshot;
        this.root = root;
        this.findings = findings;
    }

    int count() {
        return findings.count();
    }

    /// Begins a finding about the words at a place; [Pending#done] adds it.
    public Pending add(Problem problem, Place place, String message) {
        return new Pending(findings, Finding.at(problem, snapshot.origin(place), message));
    }

    private Pending hiding(Problem problem, Place place, String message) {
        return new Pending(findings, Finding.hiding(problem, snapshot.origin(place), message));
    }

    /// A finding that is still being worded.
    public static final class Pending {
        private final Findings findings;
        private Finding finding;

        Pending(Findings findings, Finding finding) {
            this.findings = findings;
            this.finding = finding;
        }

        public Pending expecting(String what) {
            finding = finding.expecting(what);
            return this;
        }

        public Pending so(String what) {
            finding = finding.so(what);
            return this;
        }

        public Pending hinting(String what) {
            finding = finding.hinting(what);
            return this;
        }

        public void done() {
            findings.add(finding);
        }
    }

    /// A keyword that should be followed by options.
    void lineWithoutWords(Keyword<?> keyword, Word word) {
        add(Problem.WORD_LEFT_OUT, word.place(), keyword.name() + " says nothing").so("the line is left out").done();
    }

    /// Says once what a keyword without effect means. False if its words are not to be read.
    boolean effect(Draft draft, Keyword<?> keyword, Word word) {
        if (keyword.effect() == Effect.EFFECTIVE || (keyword.effect() == Effect.ACCEPTED && draft.isAnnounced())) {
            return true;
        }
        if (keyword.effect() == Effect.REFUSED) {
            add(Problem.NOT_SUPPORTED_YET, word.place(), keyword.name() + " is not supported yet")
                    .so(keyword.meanwhile() + ", so the configuration is refused").done();
            return keyword.isTyped();
        }
        if (announced.add(keyword)) {
            boolean hidden = draft.block().isSecret();
            Pending pending = hidden ? hiding(Problem.NO_EFFECT_YET, word.place(), noEffect(keyword))
                    : add(Problem.NO_EFFECT_YET, word.place(), noEffect(keyword));
            pending.so(keyword.meanwhile()).done();
        }
        return true;
    }

    private static String noEffect(Keyword<?> keyword) {
        return keyword.name() + " is accepted, but has no effect yet";
    }

    /// Reads a keyword's word; a wrong one is reported.
    <T> Optional<T> value(Draft draft, Keyword<?> keyword, Value<T> value, Word word) {
        Outcome<T> outcome = value.read(word.text());
        if (outcome.value().isEmpty()) {
            String so = subject(draft, keyword) + " " + consequence(draft, keyword);
            wrong(Problem.BAD_VALUE, value, word).so(so).done();
        } else {
            corrected(word, value, outcome, subject(draft, keyword));
        }
        return outcome.value();
    }

    /// Reads a word; a wrong one is reported with what is done instead.
    <T> Optional<T> instead(Value<T> value, Word word, String so) {
        Outcome<T> outcome = value.read(word.text());
        if (outcome.value().isEmpty()) {
            wrong(Problem.BAD_VALUE, value, word).so(so).done();
        } else {
            corrected(word, value, outcome, "instead");
        }
        return outcome.value();
    }

    private String consequence(Draft draft, Keyword<?> keyword) {
        Optional<? extends Entry<?>> earlier = keyword.isSetting() ? draft.last(keyword) : Optional.empty();
        if (earlier.isEmpty()) {
            return keyword.consequence();
        }
        Origin origin = snapshot.origin(earlier.get().place());
        return "stays as it is in line " + origin.line() + " of " + Shown.text(origin.file());
    }

    private static String subject(Draft draft, Keyword<?> keyword) {
        return draft.block().header() == Block.Header.NONE || keyword.name().equals(Rows.LEAD) ? keyword.label()
                : keyword.label() + " of " + Shown.text(draft.header().text());
    }

    private Pending wrong(Problem problem, Value<?> value, Word word) {
        String expects = value.expects();
        Pending pending = value.isSecret() ? hiding(problem, word.place(), "this is not " + expects)
                : add(problem, word.place(), quoted(word) + " is not " + expects);
        return pending.expecting(expects).hinting(hint(value, word));
    }

    private String hint(Value<?> value, Word word) {
        if (isHidden(word)) {
            return "";
        }
        String slip = value.isSecret() ? Lookalikes.hint(word.text()) : Slips.hint(word.text());
        return slip.isEmpty() ? value.hint(word.text()) : slip;
    }

    <T> void corrected(Word word, Value<T> value, Outcome<T> outcome, String subject) {
        if (!outcome.correction().isEmpty()) {
            String expects = value.expects();
            Problem problem = outcome.counts() ? Problem.CORRECTED_VALUE : Problem.WORD_CUT;
            Pending pending = value.isSecret() ? hiding(problem, word.place(), "this is not " + expects)
                    : add(problem, word.place(), quoted(word) + " is not " + expects);
            pending.expecting(expects).so(subject + ": " + outcome.correction())
                    .hinting(hint(value, word)).done();
        }
    }

    private String quoted(Word word) {
        return "\"" + shown(word) + "\"";
    }

    /// Whether a part of the word may be a password, so that no hint may be made of it.
    private boolean isHidden(Word word) {
        Origin origin = snapshot.origin(word.place());
        return origin.column() + origin.length() > Secrets.start(origin.text());
    }

    /// A word as it may be shown: behind a password keyword, in whatever block that was lost, it may be the password.
    public String shown(Word word) {
        return shown(word.text(), word.place());
    }

    /// The same for a text that was made of the word at a place.
    public String shown(String text, Place place) {
        Origin origin = snapshot.origin(place);
        return origin.column() >= Secrets.start(origin.text()) ? Secrets.MASK : Secrets.masked(text);
    }

    /// Words behind a phrase that it did not take.
    void extraWords(Keyword<?> keyword, Clause clause, String expects) {
        if (clause.hasNext()) {
            add(Problem.EXTRA_WORDS, clause.peek().place(), keyword.label() + " takes " + expects + " only")
                    .so("what follows is ignored").done();
        }
    }

    /// A keyword that its block has already.
    void repeated(Draft draft, Keyword<?> keyword, Word word) {
        boolean first = keyword.repetition() == Repetition.FIRST_KEPT;
        add(Problem.REPEATED, word.place(), subject(draft, keyword) + " has been given before")
                .so(first ? "the first one is used, this one is left out" : "this one replaces it").done();
    }

    void missingWord(Draft draft, Keyword<?> keyword, Word word, Syntax.One<?> one) {
        missingWord(draft, keyword, word, one.missing(), one.value().expects());
    }

    void missingWord(Draft draft, Keyword<?> keyword, Word word, Syntax.Missing missing, String expects) {
        boolean refuses = missing == Syntax.Missing.REFUSES;
        add(refuses ? Problem.MISSING_WORD : Problem.WORD_LEFT_OUT, word.place(),
                keyword.label() + " needs " + expects + " behind it")
                .expecting(expects)
                .so(refuses ? "keepalived gives up at this point, so the configuration is refused"
                        : subject(draft, keyword) + " is left out").done();
    }

    /// A block whose name is missing ends everything where keepalived needs just any name.
    void missingName(Block block, Word word) {
        add(Problem.MISSING_WORD, word.place(), block.name() + " needs a name").expecting("one name")
                .so("keepalived gives up at this point, so the configuration is refused").done();
    }

    void extraName(Block block, Word word) {
        add(Problem.EXTRA_WORDS, word.place(), block.name() + " takes one name only").so("what follows is ignored")
                .done();
    }

    void extraWords(Draft draft, Keyword<?> keyword, List<Word> words, int used) {
        if (words.size() > used) {
            Word extra = words.get(used);
            Problem problem = Problem.EXTRA_WORDS;
            String message = keyword.name() + " takes "
                    + (used == 1 ? "no word" : used == 2 ? "one word" : used == 3 ? "two words" : used - 1 + " words");
            Optional<Keyword<?>> second = draft.block().find(extra.text());
            String hint = second.isEmpty() ? extraHint(keyword, words, used)
                    : extra.text() + " is a keyword itself and needs a line of its own";
            (keyword.isSecret() ? hiding(problem, extra.place(), message) : add(problem, extra.place(), message))
                    .so("what follows is ignored").hinting(hint).done();
        }
    }

    private static String extraHint(Keyword<?> keyword, List<Word> words, int used) {
        for (int i = 1; i < words.size(); i++) {
            String hint = keyword.isSecret() ? Lookalikes.hint(words.get(i).text()) : Slips.hint(words.get(i).text());
            if (!hint.isEmpty()) {
                return hint;
            }
        }
        if (keyword.isSecret()) {
            return "";
        }
        return used == 1 ? "delete it" : "delete it, or put it in double quotes with the word before it";
    }

    void badName(Block block, List<Word> words) {
        boolean none = words.size() < 2;
        Word word = none ? words.get(0) : words.get(2);
        add(Problem.BAD_NAME, word.place(), block.name() + (none ? " needs a name" : " takes one name only"))
                .expecting("one name")
                .so("the block is left out")
                .hinting("write " + block.name() + " and one word, as in " + block.name() + " A_NAME {")
                .hinting(none ? "" : Slips.hint(word.text())).done();
    }

    void unknownKeyword(Draft draft, Word word, boolean isBlock) {
        Block block = draft.block();
        String hint = Suggestions.keyword(root, block, word.text());
        if (block.isSecret()) {
            unknownInSecret(block, word, isBlock, hint);
            return;
        }
        String slip = Slips.hint(word.text());
        boolean alike = !Lookalikes.hint(word.text()).isEmpty();
        hint = hint.isEmpty() || alike ? slip : hint;
        hint = hint.isEmpty() && isBlock ? "correct the spelling, or delete the block" : hint;
        String where = block == root ? " at the top level" : " in " + block.name();
        add(Problem.UNKNOWN_KEYWORD, word.place(), "unknown keyword " + quoted(word) + where)
                .so(leftOut(isBlock)).hinting(hint).done();
    }

    private static String leftOut(boolean isBlock) {
        return isBlock ? "it is left out with its block" : "the line is left out";
    }

    /// Unless it is nearly a keyword, the word may be the password, and what follows a keyword may be it, too.
    private void unknownInSecret(Block block, Word word, boolean isBlock, String hint) {
        Origin origin = snapshot.origin(word.place());
        Finding finding = hint.isEmpty()
                ? Finding.hiding(Problem.UNKNOWN_KEYWORD, origin, "unknown keyword in " + block.name())
                : Finding.hidingRest(Problem.UNKNOWN_KEYWORD, origin,
                        "unknown keyword " + quoted(word) + " in " + block.name());
        findings.add(finding.so(leftOut(isBlock)).hinting(hint).hinting(Lookalikes.hint(word.text())));
    }

    void unknownOption(Block block, Word word, boolean drops) {
        add(drops ? Problem.BAD_ENTRY : Problem.UNKNOWN_OPTION, word.place(), "unknown option " + quoted(word))
                .so(drops ? "the whole line is left out" : "the word is ignored")
                .hinting(isHidden(word) ? "" : Suggestions.option(block, word.text())).done();
    }

    /// Reads a word of a list; a wrong one is reported.
    <T> Optional<T> name(Value<T> value, Word word) {
        Outcome<T> outcome = value.read(word.text());
        if (outcome.value().isEmpty()) {
            wrong(Problem.BAD_ENTRY, value, word).so("it is left out").done();
        } else {
            corrected(word, value, outcome, word.text());
        }
        return outcome.value();
    }

    void badEntry(Word word, Value<?> value) {
        String home = isHidden(word) ? "" : Suggestions.home(root, word.text());
        wrong(Problem.BAD_ENTRY, value, word).so("the whole line is left out")
                .hinting(home.isEmpty() ? "" : home + "; is a } missing before this line?").done();
    }

    void optionWithoutWord(Block block, Word word, Value<?> value, String loss) {
        add(block.isDemanding() ? Problem.MISSING_WORD : Problem.BAD_ENTRY, word.place(),
                word.text() + " needs " + value.expects() + " behind it").expecting(value.expects())
                .so(block.isDemanding() ? "keepalived gives up at this point, so the configuration is refused" : loss)
                .done();
    }

    /// Reads an option's word; a wrong one is reported.
    ///
    /// @param drops whether more than the option is lost
    /// @param loss  what is
    <T> Optional<T> option(Keyword<?> keyword, Value<T> value, Word word, boolean drops, String loss) {
        Outcome<T> outcome = value.read(word.text());
        if (outcome.value().isEmpty()) {
            wrong(drops ? Problem.BAD_ENTRY : Problem.OPTION_LEFT_OUT, value, word).so(loss).done();
        } else {
            corrected(word, value, outcome, keyword.name());
        }
        return outcome.value();
    }

    /// A word of an entry that could be a value, but is none.
    void neitherOptionNor(Value<?> value, Block block, Word word) {
        String hint = Lookalikes.hint(word.text());
        add(Problem.BAD_ENTRY, word.place(), quoted(word) + " is neither an option nor " + value.expects())
                .expecting(value.expects()).so("the whole line is left out")
                .hinting(hint.isEmpty() ? Suggestions.option(block, word.text()) : hint).done();
    }

    void emptyPart(Block block, Word word, String loss) {
        StringBuilder options = new StringBuilder("one of");
        for (Keyword<?> option : block.keywords()) {
            options.append(options.length() == 6 ? " " : ", ").append(option.name());
        }
        add(Problem.BAD_ENTRY, word.place(), word.text() + " needs " + options + " behind it")
                .expecting(options.toString()).so(loss).done();
    }

    void repeatedOption(Keyword<?> keyword, Word word) {
        boolean firstKept = keyword.repetition() == Repetition.FIRST_KEPT;
        add(firstKept ? Problem.OPTION_LEFT_OUT : Problem.REPEATED_OPTION, word.place(),
                keyword + " has been given in this line before")
                .so(firstKept ? "the first one is used" : "the last one counts").done();
    }

    void afterLast(Keyword<?> keyword, Word word) {
        add(Problem.AFTER_LAST, word.place(), quoted(word) + " is no option of " + keyword
                + ", behind which nothing else may follow").so("the rest of the line is ignored")
                .hinting("write it before " + keyword).done();
    }

    /// A line that was accepted, but contains a character nobody types on purpose.
    void lookalikes(Line line, int countBefore) {
        if (count() > countBefore || Shown.isAscii(line.text())) {
            return;
        }
        for (Word word : line.words()) {
            String hint = Lookalikes.hint(word.text());
            if (!hint.isEmpty()) {
                boolean secret = Secrets.start(line.text()) < line.text().length();
                String message = secret ? "a word here contains a character that is not what it looks like"
                        : quoted(word) + " contains a character that is not what it looks like";
                add(Problem.LOOKALIKE, word.place(), message).so("it is used as it stands").hinting(hint).done();
                return;
            }
        }
    }
}
