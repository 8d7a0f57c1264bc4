package io.holdfast.config.table;

/// A row of a keyword table: all there is to know about one keyword. Also the key under which a [Draft] keeps what
/// was written, together with its place, so that no setter is needed and later checks can point at the word.
///
/// @param <T> what the keyword's value becomes
public final class Keyword<T> {
    private final Block block;
    private final String name;
    private final Syntax<T> syntax;
    private final Effect effect;
    private final Repetition repetition;
    private final String doc;
    private final String consequence;
    private final String meanwhile;

    Keyword(Block block, String name, Syntax<T> syntax, Effect effect, Repetition repetition, String doc,
            String consequence, String meanwhile) {
        this.block = block;
        this.name = name;
        this.syntax = syntax;
        this.effect = effect;
        this.repetition = repetition;
        this.doc = doc;
        this.consequence = consequence;
        this.meanwhile = meanwhile;
    }

    public String name() {
        return name;
    }

    /// What messages call it: what stands before a brace is called after its block.
    String label() {
        if (name.equals(Rows.LEAD)) {
            return isEntry() ? "a line of " + block.name() : block.name();
        }
        return isForOtherLines() ? "the line" : name;
    }

    /// Whether it is the first word of an entry, or all of it.
    boolean isEntry() {
        return name.equals(Rows.LEAD) && block.header() == Block.Header.NONE;
    }

    private boolean isForOtherLines() {
        return block.others().isPresent() && block.others().get() == this;
    }

    Repetition repetition() {
        return repetition;
    }

    public Syntax<T> syntax() {
        return syntax;
    }

    public Effect effect() {
        return effect;
    }

    /// One sentence for the manual.
    public String doc() {
        return doc;
    }

    /// What happens if the value is wrong or, for a keyword whose words are not read, what that means.
    public String consequence() {
        return consequence;
    }

    /// Whether a wrong value leaves the setting at what it was before, be that its default or an earlier line's.
    boolean isSetting() {
        return consequence.startsWith(Rows.STAYS);
    }

    /// What it means that the keyword is not effective; may be empty.
    public String meanwhile() {
        return isTyped() ? meanwhile : consequence;
    }

    /// Whether its words are read, even if nothing comes of them yet.
    public boolean isTyped() {
        return !(syntax instanceof Syntax.Words) && !(syntax instanceof Syntax.Unit);
    }

    /// Whether what follows it must never be shown.
    boolean isSecret() {
        if (syntax instanceof Syntax.Two<?, ?> two) {
            return two.second().isSecret();
        }
        return syntax instanceof Syntax.One<?> one && one.value().isSecret();
    }

    @Override
    public String toString() {
        return name;
    }
}
