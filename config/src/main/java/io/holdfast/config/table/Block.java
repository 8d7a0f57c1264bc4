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
    /// What this is a part of; usually nothing else than itself.
    private Block whole = this;

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
        Block joined = plain(name);
        for (Block part : parts) {
            part.whole = joined;
            for (Keyword<?> keyword : part.keywords.values()) {
                joined.add(keyword);
            }
        }
        return joined;
    }

    /// Opens the table for rows of one effect.
    public Rows rows(Effect effect) {
        return rows(effect, "");
    }

    /// The same for rows without effect.
    ///
    /// @param meanwhile what that means
    public Rows rows(Effect effect, String meanwhile) {
        return new Rows(this, effect, meanwhile);
    }

    /// For [Rows] only.
    void add(Keyword<?> keyword) {
        if (keywords.put(keyword.name(), keyword) != null) {
            throw new IllegalStateException(keyword.name() + " stands twice in the table of " + name);
        }
    }

    /// The block that is met in a file.
    Block whole() {
        return whole;
    }

    public String name() {
        return name;
    }

    Header header() {
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
    enum Header {
        NONE, NAME, UNIQUE_NAME
    }
}
