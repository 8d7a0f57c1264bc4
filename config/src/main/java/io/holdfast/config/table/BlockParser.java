package io.holdfast.config.table;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Shown;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.text.Line;
import io.holdfast.config.text.Lines;
import io.holdfast.config.text.Place;
import io.holdfast.config.text.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Turns lines into drafts by the keyword tables (8). Goes on after whatever it meets, so that one pass finds all
/// there is to find.
///
/// What is not understood is left out as a unit, its braces included; keepalived reads on inside an unknown block and
/// loses the rest of the enclosing one (`docs/decisions/0003-unknown-blocks.md`).
public final class BlockParser {
    private final Lines lines;
    private final Reporter report;
    private final LineParser lineParser;
    private final Set<String> names = new HashSet<>();
    /// A block whose header was refused and that had no brace: its lines follow, and say nothing new.
    private Optional<Block> orphaned = Optional.empty();

    public BlockParser(Lines lines, Reporter report) {
        this.lines = lines;
        this.report = report;
        lineParser = new LineParser(report);
    }

    public Draft parse(Block root) {
        Draft draft = new Draft(root, new Word("", new Place(0, 0, 0)));
        while (lines.hasNext()) {
            content(draft);
            if (lines.hasNext()) {
                excessClose(lines.next());
            }
        }
        return draft;
    }

    /// Reads up to the brace that closes the block, which it leaves to be taken, or to the end.
    private void content(Draft draft) {
        while (lines.hasNext() && !lines.peek().closes()) {
            Line line = lines.next();
            if (line.opens()) {
                report.add(Problem.STRAY_OPEN, line.place(), "this { opens no block").so("it is ignored").done();
            } else {
                int before = report.count();
                statement(draft, line);
                report.lookalikes(line, before);
            }
        }
    }

    private void excessClose(Line line) {
        if (orphaned.isEmpty()) {
            report.add(Problem.EXCESS_CLOSE, line.place(), "this } closes no block").so("it is ignored").done();
        }
        orphaned = Optional.empty();
    }

    private void statement(Draft draft, Line line) {
        List<Word> words = line.words();
        if (words.isEmpty()) {
            return;
        }
        Optional<Keyword<?>> keyword = draft.block().find(words.get(0).text());
        if (keyword.isEmpty() && draft.block().others().isPresent()) {
            keyword = draft.block().others();
            words.add(0, words.get(0));
        }
        if (keyword.isEmpty()) {
            unknown(draft, words.get(0));
            return;
        }
        orphaned = Optional.empty();
        if (report.effect(draft, keyword.get(), words.get(0))) {
            read(draft, keyword.get(), line, words);
        } else {
            skipIfBlock(words.get(0));
        }
    }

    private void unknown(Draft draft, Word word) {
        if (orphaned.isPresent() && orphaned.get().find(word.text()).isPresent()) {
            skipIfBlock(word);
            return;
        }
        report.unknownKeyword(draft, word, lines.peek().opens());
        skipIfBlock(word);
    }

    private void skipIfBlock(Word word) {
        if (lines.peek().opens() && !lines.skipUnit()) {
            missingClose(word);
        }
    }

    private void missingClose(Word opener) {
        report.add(Problem.MISSING_CLOSE, opener.place(), "the block that begins here is never closed")
                .so("it is taken to end with the file").done();
    }

    private <T> void read(Draft draft, Keyword<T> keyword, Line line, List<Word> words) {
        Optional<Entry<T>> entry = entry(draft, keyword, line, words);
        if (entry.isPresent() && isToKeep(draft, keyword, words.get(0))) {
            draft.put(entry.get());
        }
        if (lines.peek().opens()) {
            report.add(Problem.STRAY_OPEN, lines.peek().place(), keyword.name() + " takes no block")
                    .so("what stands in the braces is left out").done();
            skipIfBlock(words.get(0));
        }
    }

    private boolean isToKeep(Draft draft, Keyword<?> keyword, Word word) {
        if (keyword.repetition() == Repetition.SILENT || draft.isFirst(keyword)) {
            return true;
        }
        report.repeated(draft, keyword, word);
        return keyword.repetition() == Repetition.REPLACES;
    }

    /// Only here the type of a row meets the type of its syntax; the casts follow from [Syntax]'s declarations.
    @SuppressWarnings("unchecked")
    private <T> Optional<Entry<T>> entry(Draft draft, Keyword<T> keyword, Line line, List<Word> words) {
        Syntax<T> syntax = keyword.syntax();
        Word word = words.get(0);
        if (syntax instanceof Syntax.Nested nested) {
            return (Optional<Entry<T>>) (Optional<?>) nested(draft, (Keyword<Draft>) keyword, nested, line,
                    words);
        }
        if (syntax instanceof Syntax.Entries list) {
            List<Draft> entries = entries(keyword, list.table().block(), words);
            return Optional.of(new Entry<>(keyword, (T) entries, word, word.place()));
        }
        if (syntax instanceof Syntax.Names<?> names) {
            return Optional.of(new Entry<>(keyword, (T) names(keyword, names.value(), words), word,
                    word.place()));
        }
        if (syntax instanceof Syntax.Unit) {
            opened(keyword.name(), word);
            skipBody(word);
            return Optional.empty();
        }
        return lineParser.read(draft, keyword, line, words);
    }

    private void skipBody(Word word) {
        int depth = 1;
        while (depth > 0 && lines.hasNext()) {
            Line line = lines.next();
            depth += line.opens() ? 1 : line.closes() ? -1 : 0;
        }
        if (depth > 0) {
            missingClose(word);
        }
    }

    private Optional<Entry<Draft>> nested(Draft parent, Keyword<Draft> keyword, Syntax.Nested nested,
            Line line, List<Word> words) {
        Block block = nested.table().block();
        Word word = words.get(0);
        if (!header(parent, block, words)) {
            drop(block, word);
            return Optional.empty();
        }
        Draft draft = new Draft(block, block.header() == Block.Header.NONE || words.size() == 1 ? word : words.get(1),
                parent.isAnnounced() || keyword.effect() == Effect.ACCEPTED);
        if (block.header() == Block.Header.LEAD && !lead(draft, line, words)) {
            drop(block, word);
            return Optional.empty();
        }
        opened(block.name(), word);
        content(draft);
        close(word);
        return Optional.of(new Entry<>(keyword, draft, word, draft.header().place()));
    }

    /// Reads the words between keyword and brace.
    private boolean lead(Draft draft, Line line, List<Word> words) {
        Optional<Keyword<?>> lead = draft.block().lead();
        return lead.isPresent() && lead(draft, lead.get(), line, words);
    }

    private <T> boolean lead(Draft draft, Keyword<T> lead, Line line, List<Word> words) {
        Optional<Entry<T>> entry = entry(draft, lead, line, words);
        if (entry.isPresent()) {
            draft.put(entry.get());
        }
        return entry.isPresent();
    }

    /// Whether the words between keyword and brace are as they should be.
    private boolean header(Draft parent, Block block, List<Word> words) {
        if (block.header() == Block.Header.NONE) {
            wordsBeforeBrace(block.name(), words);
            return true;
        }
        if (block.header() == Block.Header.LEAD) {
            return true;
        }
        if (block.header() == Block.Header.NAME) {
            return nickName(block, words);
        }
        if (words.size() != 2) {
            report.badName(block, words);
            return false;
        }
        if (!names.add(parent.block().name() + "/" + block.name() + "/" + words.get(1).text())) {
            report.add(Problem.NAME_TAKEN, words.get(1).place(),
                    "there is a " + block.name() + " " + Shown.text(words.get(1).text()) + " already")
                    .so("the first one is used, this one is left out").done();
            return false;
        }
        return true;
    }

    private boolean nickName(Block block, List<Word> words) {
        if (words.size() < 2) {
            report.missingName(block, words.get(0));
        } else if (words.size() > 2) {
            report.extraName(block, words.get(2));
        }
        return words.size() > 1;
    }

    private void drop(Block block, Word word) {
        if (lines.peek().opens()) {
            skipIfBlock(word);
        } else {
            orphaned = Optional.of(block);
        }
    }

    private void wordsBeforeBrace(String block, List<Word> words) {
        if (words.size() > 1) {
            report.add(Problem.WORDS_BEFORE_BRACE, words.get(1).place(), block + " takes no words before its {")
                    .so("they are ignored").done();
        }
    }

    /// Takes the opening brace; a block without one is read all the same (8.3).
    private void opened(String block, Word word) {
        if (lines.peek().opens()) {
            lines.next();
        } else {
            report.add(Problem.MISSING_OPEN, word.place(), block + " is not followed by {")
                    .so("the lines up to the next } are taken for its content").done();
        }
    }

    private void close(Word opener) {
        if (lines.hasNext()) {
            lines.next();
        } else {
            missingClose(opener);
        }
    }

    private <E> List<Syntax.Placed<E>> names(Keyword<?> keyword, Value<E> value, List<Word> words) {
        List<Syntax.Placed<E>> names = new ArrayList<>();
        new ListBlock() {
            @Override
            void take(Line line) {
                for (Word word : line.words()) {
                    Optional<E> name = report.name(value, word);
                    if (name.isPresent()) {
                        names.add(new Syntax.Placed<>(name.get(), word.place()));
                    }
                }
            }
        }.read(keyword, words);
        return names;
    }

    private List<Draft> entries(Keyword<?> keyword, Block block, List<Word> words) {
        List<Draft> entries = new ArrayList<>();
        new ListBlock() {
            @Override
            void take(Line line) {
                Optional<Draft> entry = EntryParser.entry(report, block, line, line.words());
                if (entry.isPresent()) {
                    entries.add(entry.get());
                }
            }
        }.read(keyword, words);
        return entries;
    }

    /// A list block, whose lines are no keywords (8.4). A class rather than a lambda, which the first list of a start
    /// would have to link.
    private abstract class ListBlock {
        abstract void take(Line line);

        void read(Keyword<?> keyword, List<Word> words) {
            wordsBeforeBrace(keyword.name(), words);
            opened(keyword.name(), words.get(0));
            while (lines.hasNext() && !lines.peek().closes()) {
                Line line = lines.next();
                int before = report.count();
                if (line.opens()) {
                    report.add(Problem.STRAY_OPEN, line.place(), "this { opens no block").so("it is ignored").done();
                } else {
                    take(line);
                }
                report.lookalikes(line, before);
            }
            close(words.get(0));
        }
    }
}
