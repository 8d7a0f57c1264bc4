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
    private final String doc;
    private final String consequence;
    private final String meanwhile;
    private final boolean keepsFirst;

    Keyword(Block block, String name, Syntax<T> syntax, Effect effect, String doc, String consequence,
            String meanwhile, boolean keepsFirst) {
        this.block = block;
        this.name = name;
        this.syntax = syntax;
        this.effect = effect;
        this.doc = doc;
        this.consequence = consequence;
        this.meanwhile = meanwhile;
        this.keepsFirst = keepsFirst;
    }

    public String name() {
        return name;
    }

    /// The block it belongs to.
    public Block block() {
        return block.whole();
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

    /// What it means that the keyword is not effective; may be empty.
    public String meanwhile() {
        return isTyped() ? meanwhile : consequence;
    }

    /// Whether a second occurrence is reported and left out (8.5); otherwise the last one counts.
    boolean keepsFirst() {
        return keepsFirst;
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
