package io.holdfast.config.value;

import io.holdfast.config.table.Value;

/// A [LongValue] that is an `int`. Values beyond, which only counts have, are as good as the highest.
///
/// @param min     the least allowed
/// @param max     the most allowed
/// @param lenient use the leading number if something follows it
record IntegerValue(long min, long max, boolean lenient) implements Value<Integer> {
    @Override
    public String expects() {
        return new LongValue(min, max, lenient).expects();
    }

    @Override
    public Outcome<Integer> read(String text) {
        Outcome<Long> read = new LongValue(min, max, lenient).read(text);
        if (read.value().isEmpty()) {
            return Outcome.wrong();
        }
        int value = Math.clamp(read.value().get(), Integer.MIN_VALUE, Integer.MAX_VALUE);
        return Outcome.corrected(value, read.correction());
    }
}
