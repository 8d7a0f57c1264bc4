package io.holdfast.config.table;

import io.holdfast.config.text.Place;
import io.holdfast.config.text.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What was written in one block: the values of its keywords in order of appearance, each with its place.
public final class Draft {
    private final Block block;
    private final Word header;
    private final boolean announced;
    /// Those of which a block should have one; few blocks have any.
    private Set<Keyword<?>> met = Set.of();
    private final List<Entry<?>> entries = new ArrayList<>();

    /// @param block  the table the keywords are from
    /// @param header the block's name or an entry's first word; without one, the word it all began with
    public Draft(Block block, Word header) {
        this(block, header, false);
    }

    /// @param announced whether it has been said that nothing in it has an effect yet
    Draft(Block block, Word header, boolean announced) {
        this.block = block;
        this.header = header;
        this.announced = announced;
    }

    Block block() {
        return block;
    }

    /// What the block is called.
    public String name() {
        return block.name();
    }

    boolean isAnnounced() {
        return announced;
    }

    public Word header() {
        return header;
    }

    /// Whether it is the first time that a keyword is met of which there should be one.
    boolean isFirst(Keyword<?> keyword) {
        if (met.isEmpty()) {
            met = new HashSet<>();
        }
        return met.add(keyword);
    }

    <T> void put(Entry<T> entry) {
        entries.add(entry);
    }

    /// Several blocks of a kind as one, in order; there is at least one. What should be there once may be in two of
    /// them, which is reported.
    public static Draft merged(List<Entry<Draft>> blocks, Reporter report) {
        Draft first = blocks.get(0).value();
        if (blocks.size() == 1) {
            return first;
        }
        Draft merged = new Draft(first.block, first.header, first.announced);
        for (Entry<Draft> block : blocks) {
            for (Entry<?> entry : block.value().entries) {
                merged.add(entry, report);
            }
        }
        return merged;
    }

    private void add(Entry<?> entry, Reporter report) {
        if (entry.keyword().repetition() != Repetition.FIRST_KEPT || isFirst(entry.keyword())) {
            entries.add(entry);
        } else {
            report.repeated(this, entry.keyword(), entry.word());
        }
    }

    /// Everything that was written, in order.
    public List<Entry<?>> entries() {
        return Collections.unmodifiableList(entries);
    }

    /// A keyword that was written.
    ///
    /// @param keyword the keyword
    /// @param value   what its words became
    /// @param word    the keyword where it stands
    /// @param place   the word the value was read from, or the keyword again
    public record Entry<T>(Keyword<T> keyword, T value, Word word, Place place) {}

    /// The keyword's last occurrence: for plain values the last one wins (8.5).
    public <T> Optional<Entry<T>> last(Keyword<T> keyword) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).keyword() == keyword) {
                return Optional.of(cast(entries.get(i)));
            }
        }
        return Optional.empty();
    }

    /// The last occurrence of any of some keywords that say the same.
    @SafeVarargs
    public final <T> Optional<Entry<T>> lastOf(Keyword<T>... keywords) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            for (Keyword<T> keyword : keywords) {
                if (entries.get(i).keyword() == keyword) {
                    return Optional.of(cast(entries.get(i)));
                }
            }
        }
        return Optional.empty();
    }

    public <T> List<Entry<T>> all(Keyword<T> keyword) {
        List<Entry<T>> all = new ArrayList<>();
        for (Entry<?> entry : entries) {
            if (entry.keyword() == keyword) {
                all.add(cast(entry));
            }
        }
        return all;
    }

    /// What the keyword says; empty if it was not written.
    public <T> Optional<T> value(Keyword<T> keyword) {
        Optional<Entry<T>> entry = last(keyword);
        return entry.isEmpty() ? Optional.empty() : Optional.of(entry.get().value());
    }

    /// What the keyword says, or `unset` if it was not written.
    public <T> T value(Keyword<T> keyword, T unset) {
        Optional<Entry<T>> entry = last(keyword);
        return entry.isEmpty() ? unset : entry.get().value();
    }

    /// Whether the keyword was written.
    public boolean has(Keyword<?> keyword) {
        return last(keyword).isPresent();
    }

    /// Sound because [Keyword#syntax] and the value under that keyword share their type.
    @SuppressWarnings("unchecked")
    private static <T> Entry<T> cast(Entry<?> entry) {
        return (Entry<T>) entry;
    }
}
