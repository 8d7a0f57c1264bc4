package io.holdfast.config.table;

import java.util.List;
import java.util.Optional;

/// Adds rows to the table of a block: one line for each keyword. `doc` is its sentence in the manual; `consequence`,
/// where given, says what becomes of the setting if the value is wrong ("stays at its default, 100").
///
/// In the table of an entry, a wrong word drops the entry for [#value] and only the option for [#lax].
public final class Rows {
    /// The name of the row for the first word of an entry; a blank, so that no word of a file can be it.
    public static final String LEAD = " ";
    /// How the consequence begins for a setting that a wrong value leaves alone.
    static final String STAYS = "stays at";
    private static final String LEFT_OUT = "is left out";

    private final Block block;
    private final Effect effect;
    private final Repetition repetition;
    private final String meanwhile;

    Rows(Block block, Effect effect, Repetition repetition, String meanwhile) {
        this.block = block;
        this.effect = effect;
        this.repetition = repetition;
        this.meanwhile = meanwhile;
    }

    /// The same for keywords of which the first occurrence counts (8.5).
    public Rows keepingFirst() {
        return new Rows(block, effect, Repetition.FIRST_KEPT, meanwhile);
    }

    /// A keyword alone.
    public Keyword<Boolean> flag(String name, String doc) {
        return row(name, new Syntax.Flag(), doc, LEFT_OUT);
    }

    /// A keyword with one word, without which keepalived gives up.
    public <T> Keyword<T> value(String name, Value<T> value, String doc) {
        return value(name, value, doc, LEFT_OUT);
    }

    public <T> Keyword<T> value(String name, Value<T> value, String doc, String consequence) {
        return row(name, Syntax.One.refusing(value), doc, consequence);
    }

    /// A keyword with one word; a wrong one is replaced rather than left out.
    public <T> Keyword<T> valueOr(String name, Value<T> value, T instead, String doc, String consequence) {
        var syntax = new Syntax.One<>(value, Syntax.Missing.REFUSES, Optional.empty(), Optional.of(instead));
        return row(name, syntax, doc, consequence);
    }

    /// A keyword with one word, without which the line is left out.
    public <T> Keyword<T> lax(String name, Value<T> value, String doc) {
        return row(name, Syntax.One.skipping(value), doc, LEFT_OUT);
    }

    /// A keyword whose word may be missing, which then means `bare`.
    public <T> Keyword<T> optional(String name, Value<T> value, T bare, String doc) {
        var syntax = new Syntax.One<>(value, Syntax.Missing.BARE, Optional.of(bare), Optional.empty());
        return row(name, syntax, doc, LEFT_OUT);
    }

    /// A keyword with two words; without them, or with wrong ones, the line is left out.
    public <A, B> Keyword<Syntax.Pair<A, B>> two(String name, Value<A> first, Value<B> second, String doc) {
        var syntax = new Syntax.Two<>(first, second, Syntax.Missing.SKIPS, Optional.empty());
        return row(name, syntax, doc, LEFT_OUT);
    }

    /// A keyword with a word, without which keepalived gives up, and a second one, which may be missing: `usual`.
    public <A, B> Keyword<Syntax.Pair<A, B>> oneOrTwo(String name, Value<A> first, Value<B> second, B usual,
            String doc) {
        var syntax = new Syntax.Two<>(first, second, Syntax.Missing.REFUSES, Optional.of(usual));
        return row(name, syntax, doc, LEFT_OUT);
    }

    /// A keyword with one word, before which a certain other one may stand; without it, keepalived gives up.
    public <L, T> Keyword<Syntax.Lead<L, T>> led(String name, Value<L> leader, Value<T> value, String doc) {
        return row(name, new Syntax.Led<>(leader, value, Syntax.Missing.REFUSES), doc, LEFT_OUT);
    }

    /// The same, left out if it is not there.
    public <L, T> Keyword<Syntax.Lead<L, T>> laxLed(String name, Value<L> leader, Value<T> value, String doc) {
        return row(name, new Syntax.Led<>(leader, value, Syntax.Missing.SKIPS), doc, LEFT_OUT);
    }

    /// The word of an entry that is none of its options, with what may stand before it.
    public <L, T> Keyword<Syntax.Lead<L, T>> loose(Value<L> leader, Value<T> value, String doc) {
        var words = new Syntax.Led<>(leader, value, Syntax.Missing.REFUSES);
        return row(LEAD, new Syntax.Loose<>(words), doc, LEFT_OUT);
    }

    /// Options within an entry; a wrong word in them drops the entry.
    public Keyword<Draft> part(String name, Syntax.BlockTable table, String doc) {
        return row(name, new Syntax.Part(table, Syntax.Missing.REFUSES, false), doc, LEFT_OUT);
    }

    /// Options within an entry; a wrong word in them drops them alone.
    public Keyword<Draft> laxPart(String name, Syntax.BlockTable table, String doc) {
        return row(name, new Syntax.Part(table, Syntax.Missing.SKIPS, false), doc, LEFT_OUT);
    }

    /// Options at the end of an entry, which may come several times; a wrong word drops them and what follows.
    public Keyword<Draft> lastPart(String name, Syntax.BlockTable table, String doc) {
        return row(name, new Syntax.Part(table, Syntax.Missing.SKIPS, true), doc, LEFT_OUT);
    }

    /// A keyword with one word or more.
    public <E> Keyword<List<E>> several(String name, Value<E> value, String doc) {
        return several(name, value, 1, Integer.MAX_VALUE, doc);
    }

    /// A keyword with `least` to `most` words of one kind; with fewer, or a wrong one, the line is left out.
    public <E> Keyword<List<E>> several(String name, Value<E> value, int least, int most, String doc) {
        return row(name, new Syntax.Several<>(value, least, most), doc, LEFT_OUT);
    }

    /// A keyword with what an entry of a list block is made of behind it.
    public Keyword<Draft> entry(String name, Syntax.BlockTable table, String doc) {
        return row(name, new Syntax.Entry(table), doc, LEFT_OUT);
    }

    /// A keyword with words that make up one value together, without which keepalived gives up.
    public <T> Keyword<T> phrase(String name, Phrase<T> phrase, String doc) {
        return phrase(name, phrase, doc, LEFT_OUT);
    }

    public <T> Keyword<T> phrase(String name, Phrase<T> phrase, String doc, String consequence) {
        var syntax = new Syntax.Phrased<>(phrase, Syntax.Missing.REFUSES, Optional.empty());
        return row(name, syntax, doc, consequence);
    }

    /// The same, left out without words.
    public <T> Keyword<T> laxPhrase(String name, Phrase<T> phrase, String doc) {
        return row(name, new Syntax.Phrased<>(phrase, Syntax.Missing.SKIPS, Optional.empty()), doc, LEFT_OUT);
    }

    /// The same, which means `bare` without words.
    public <T> Keyword<T> optionalPhrase(String name, Phrase<T> phrase, T bare, String doc) {
        return row(name, new Syntax.Phrased<>(phrase, Syntax.Missing.BARE, Optional.of(bare)), doc, LEFT_OUT);
    }

    /// All lines of a block that begin with no keyword; `name` is for people.
    public <T> Keyword<T> others(String name, Phrase<T> phrase, String doc) {
        Keyword<T> keyword = keyword(name, new Syntax.Phrased<>(phrase, Syntax.Missing.SKIPS, Optional.empty()), doc,
                LEFT_OUT);
        block.others(keyword);
        return keyword;
    }

    /// A block; its table is asked for when the block is met.
    public Keyword<Draft> block(String name, Syntax.BlockTable table, String doc) {
        return row(name, new Syntax.Nested(table), doc, LEFT_OUT);
    }

    /// A list block whose lines are entries with options.
    public Keyword<List<Draft>> entries(String name, Syntax.BlockTable table, String doc) {
        return row(name, new Syntax.Entries(table), doc, LEFT_OUT);
    }

    /// A list block in which every word is a value; a wrong one is left out.
    public <E> Keyword<List<Syntax.Placed<E>>> names(String name, Value<E> value, String doc) {
        return row(name, new Syntax.Names<>(value), doc, LEFT_OUT);
    }

    /// The first word of an entry.
    public <T> Keyword<T> lead(Value<T> value, String doc) {
        return value(LEAD, value, doc);
    }

    /// An entry whose words make up one value together, all of them.
    public <T> Keyword<T> leadPhrase(Phrase<T> phrase, String doc) {
        return laxPhrase(LEAD, phrase, doc);
    }

    /// What stands before the brace of a block; if it is wrong, the block is left out.
    public <T> Keyword<T> header(Phrase<T> phrase, String doc) {
        return phrase(LEAD, phrase, doc);
    }

    /// The same, for a block without which keepalived goes on.
    public <T> Keyword<T> laxHeader(Phrase<T> phrase, String doc) {
        return laxPhrase(LEAD, phrase, doc);
    }

    /// Another spelling of a keyword of this table.
    public void alias(String name, Keyword<?> keyword) {
        block.alias(name, keyword);
    }

    /// Keywords whose words nobody looks at yet.
    public void words(String names) {
        for (String name : names.split(" ", -1)) {
            row(name, new Syntax.Words(), "", "");
        }
    }

    /// Blocks whose content nobody looks at yet.
    public void units(String names) {
        for (String name : names.split(" ", -1)) {
            row(name, new Syntax.Unit(), "", "");
        }
    }

    /// One such keyword, with what ignoring it means.
    public void words(String name, String consequence) {
        row(name, new Syntax.Words(), "", consequence);
    }

    private <T> Keyword<T> row(String name, Syntax<T> syntax, String doc, String consequence) {
        Keyword<T> keyword = keyword(name, syntax, doc, consequence);
        block.add(keyword);
        return keyword;
    }

    private <T> Keyword<T> keyword(String name, Syntax<T> syntax, String doc, String consequence) {
        return new Keyword<>(block, name, syntax, effect, repetition, doc, consequence, meanwhile);
    }
}
