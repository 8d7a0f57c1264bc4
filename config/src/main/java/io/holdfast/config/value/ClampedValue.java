package io.holdfast.config.value;

import io.holdfast.config.table.Value;

/// An integer of which keepalived takes the nearest that works.
///
/// @param min the least that works
/// @param max the most that works
public record ClampedValue(int min, int max) implements Value<Integer> {
    @Override
    public String expects() {
        return Values.integer(min, max).expects();
    }

    @Override
    public Outcome<Integer> read(String text) {
        Outcome<Integer> read = Values.lenientInteger(Integer.MIN_VALUE, Integer.MAX_VALUE).read(text);
        if (read.value().isEmpty()) {
            return read;
        }
        int clamped = Math.clamp(read.value().get(), min, max);
        return clamped == read.value().get() ? read : Outcome.corrected(clamped, clamped + " is used");
    }
}
