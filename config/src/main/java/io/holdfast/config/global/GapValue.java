package io.holdfast.config.global;

import io.holdfast.config.table.Value;
import io.holdfast.config.value.Values;
import java.time.Duration;

/// A gap between messages. Zero is what the keyword defaults to, yet keepalived complains of it, and so many
/// tutorials write it that the complaint needs a word of comfort.
///
/// @param max the most allowed, in microseconds
record GapValue(long max) implements Value<Duration> {
    @Override
    public String expects() {
        return Values.seconds(1, max).expects();
    }

    @Override
    public Outcome<Duration> read(String text) {
        Outcome<Duration> read = Values.seconds(0, max).read(text);
        boolean zero = read.value().isPresent() && read.value().get().isZero();
        return zero ? Outcome.corrected(Duration.ZERO, "0, no gap, is the default anyway; the line can be deleted")
                : read;
    }
}
