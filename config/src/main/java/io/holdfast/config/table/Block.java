package io.holdfast.config.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The table of the keywords that may stand in a block. Tables are static constants of the `...Keywords` classes and
/// complete once their class is initialised, which happens when their block is first met.
public final class Block {
    private final String name;
    private final Header header;
    private final boolean secret;
    private final int strictUpTo;
    private final boolean demanding;
    private final Map<String, Keyword<?>> keywords = new LinkedHashMap<>();
    /// The row for lines that begin with no keyword.
    private Optional<Keyword<?>> others = Optional.empty();

    private Block(String name, Header header, boolean secret) {
        this(name, header, secret, 0, false);
    }

    private Block(String name, Header header, boolean secret, int strictUpTo, boolean demanding) {
        this.name = name;
        this.header = header;
        this.secret = secret;
        this.strictUpTo = strictUpTo;
        this.demanding = demanding;
    }

    /// A block without a name: `global_defs { ... }`.
    public static Block plain(String name) {
        return new Block(name, Header.NONE, false);
    }

    /// The table of an entry that is left out if one of the first words behind its value is no option.
    ///
    /// @param upTo how many words those are; an option that is not known is ignored behind them
    public static Block strictEntry(String name, int upTo) {
        return new Block(name, Header.NONE, false, upTo, false);
    }

    /// The table of an entry in which every word counts: without the word an option needs, keepalived gives up (8.2),
    /// and a word that is no option drops the entry.
    public static Block demanding(String name) {
        return new Block(name, Header.NONE, false, Integer.MAX_VALUE, true);
    }

    /// A block without a name that holds secrets: words in it that are not understood are not shown either.
    public static Block secret(String name) {
        return new Block(name, Header.NONE, true);
    }

    /// A block with exactly one, unique name: `vrrp_instance NAME { ... }`.
    public static Block named(String name) {
        return new Block(name, Header.UNIQUE_NAME, false);
    }

    /// A block before whose brace stands what its row [Rows#LEAD] says: `real_server IP PORT { ... }`.
    public static Block headed(String name) {
        return new Block(name, Header.LEAD, false);
    }

    /// A block with a name that others may have too, the first of which is meant by it: `vrrp_script NAME { ... }`.
    public static Block nickNamed(String name) {
        return new Block(name, Header.NAME, false);
    }

    /// Keywords that only ever stand among others, as a part of [#joined].
    public static Block part() {
        return plain("");
    }

    /// A block without a name whose keywords are those of its parts.
    public static Block joined(String name, List<Block> parts) {
        return plain(name).with(parts);
    }

    /// A block like this one that has the keywords of others, too.
    public Block and(List<Block> parts) {
        Block joined = new Block(name, header, secret).with(List.of(this));
        joined.others = others;
        return joined.with(parts);
    }

    private Block with(List<Block> parts) {
        for (Block part : parts) {
            for (Map.Entry<String, Keyword<?>> row : part.keywords.entrySet()) {
                alias(row.getKey(), row.getValue());
            }
        }
        return this;
    }

    /// Opens the table for rows of one effect.
    public Rows rows(Effect effect) {
        return new Rows(this, effect, Repetition.SILENT, "");
    }

    /// Opens the table for rows of which a block should have one.
    public Rows rows(Effect effect, Repetition repetition) {
        return new Rows(this, effect, repetition, "");
    }

    /// Opens the table for rows without effect.
    ///
    /// @param meanwhile what that means
    public Rows rows(Effect effect, String meanwhile) {
        return new Rows(this, effect, Repetition.SILENT, meanwhile);
    }

    /// For [Rows] only.
    void add(Keyword<?> keyword) {
        alias(keyword.name(), keyword);
    }

    /// For [Rows] only.
    void alias(String spelling, Keyword<?> keyword) {
        if (keywords.put(spelling, keyword) != null) {
            throw new IllegalStateException(spelling + " stands twice in the table of " + name);
        }
    }

    /// For [Rows] only.
    void others(Keyword<?> keyword) {
        others = Optional.of(keyword);
    }

    /// The row for lines that begin with no keyword; its name is not what they begin with.
    public Optional<Keyword<?>> others() {
        return others;
    }

    public String name() {
        return name;
    }

    /// What stands before its brace.
    public Header header() {
        return header;
    }

    boolean isSecret() {
        return secret;
    }

    /// Whether a word that is no option drops the entry if it is the `at`th behind the entry's value.
    boolean isDroppedBy(int at) {
        return at <= strictUpTo;
    }

    boolean isDemanding() {
        return demanding;
    }

    /// The word of an entry that has no keyword: its first one, or the one that is none of its options.
    Optional<Keyword<?>> lead() {
        return find(Rows.LEAD);
    }

    /// The row of a keyword.
    public Optional<Keyword<?>> find(String keyword) {
        return Optional.ofNullable(keywords.get(keyword));
    }

    /// All rows, in the order of the table.
    public Collection<Keyword<?>> keywords() {
        return Collections.unmodifiableCollection(keywords.values());
    }

    /// The blocks directly inside this one.
    ///
    /// @param lines whether the lines of list blocks count
    List<Block> inner(boolean lines) {
        List<Block> inner = new ArrayList<>();
        for (Keyword<?> keyword : keywords.values()) {
            if (keyword.syntax() instanceof Syntax.Nested(var table)) {
                inner.add(table.block());
            } else if (lines && keyword.syntax() instanceof Syntax.Entries(var table)) {
                inner.add(table.block());
            }
        }
        return inner;
    }

    /// What stands between the keyword of a block and its brace.
    public enum Header {
        /// Nothing.
        NONE,
        /// A name that others may have too.
        NAME,
        /// A name of its own.
        UNIQUE_NAME,
        /// What the row [Rows#LEAD] says.
        LEAD
    }
}
