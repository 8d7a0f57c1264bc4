package io.holdfast.config.global;

import io.holdfast.config.table.Value;
import io.holdfast.config.value.Values;

/// How often something is sent; keepalived complains of 0 and takes 1.
///
/// @param max the most allowed
public record RoundsValue(long max) implements Value<Integer> {
    @Override
    public String expects() {
        return Values.lenientInteger(1, max).expects();
    }

    @Override
    public Outcome<Integer> read(String text) {
        Outcome<Integer> read = Values.lenientInteger(0, max).read(text);
        boolean zero = read.value().isPresent() && read.value().get() == 0;
        return zero ? Outcome.corrected(1, "1 is used") : read;
    }
}
