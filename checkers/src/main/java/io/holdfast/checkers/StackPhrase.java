package io.holdfast.checkers;

import io.holdfast.config.table.Clause;
import io.holdfast.config.table.Phrase;
import io.holdfast.config.table.Value;
import io.holdfast.config.value.Values;
import java.util.Optional;

/// `START MAX`, two numbers of bytes.
record StackPhrase() implements Phrase<RegexSpec.Stack> {
    private static final Value<Integer> START = Values.lenientInteger(1, Integer.MAX_VALUE);

    @Override
    public String expects() {
        return "two numbers of bytes, the second not below the first";
    }

    @Override
    public Optional<RegexSpec.Stack> read(Clause clause) {
        Optional<Integer> start = clause.value(START);
        if (start.isEmpty()) {
            return Optional.empty();
        }
        if (!clause.hasNext()) {
            clause.missing(expects());
            return Optional.empty();
        }
        Optional<Integer> most = clause.value(Values.lenientInteger(start.get(), Integer.MAX_VALUE));
        return most.isEmpty() ? Optional.empty() : Optional.of(new RegexSpec.Stack(start.get(), most.get()));
    }
}
