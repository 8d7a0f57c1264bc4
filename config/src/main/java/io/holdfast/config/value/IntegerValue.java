package io.holdfast.config.value;

import io.holdfast.config.table.Value;

/// The same as [CountValue] where values beyond `int` are as good as the highest.
///
/// @param number how the number is read
record IntegerValue(CountValue number) implements Value<Integer> {
    IntegerValue(long min, long max, boolean lenient) {
        this(new CountValue(min, max, lenient));
    }

    @Override
    public String expects() {
        return number.expects();
    }

    @Override
    public Outcome<Integer> read(String text) {
        Outcome<Long> read = number.read(text);
        return read.value().isEmpty() ? Outcome.wrong() : Outcome.corrected(
                Math.clamp(read.value().get(), Integer.MIN_VALUE, Integer.MAX_VALUE), read.correction());
    }
}
