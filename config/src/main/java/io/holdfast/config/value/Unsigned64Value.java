package io.holdfast.config.value;

import io.holdfast.config.table.Value;

/// A decimal number of 64 bits; beyond 2^63, a negative `long` stands for it.
public record Unsigned64Value() implements Value<Long> {
    @Override
    public String expects() {
        return "a number from 0 to " + Long.toUnsignedString(-1L);
    }

    @Override
    public Outcome<Long> read(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return Outcome.wrong();
            }
        }
        try {
            return Outcome.of(Long.parseUnsignedLong(text));
        } catch (NumberFormatException e) {
            return Outcome.wrong();
        }
    }
}
