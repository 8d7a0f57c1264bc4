package io.holdfast.config.route;

import io.holdfast.config.table.Value;

/// The name or the number of something.
///
/// @param kind of what
public record NameValue(NameKind kind) implements Value<Name> {
    @Override
    public String expects() {
        return kind.expects();
    }

    @Override
    public Outcome<Name> read(String text) {
        return text.isEmpty() ? Outcome.wrong() : Outcome.of(new Name(text));
    }
}
