package io.holdfast.config.value;

import io.holdfast.config.table.Value;
import java.time.Duration;

/// A number of microseconds.
///
/// @param number how the number is read
record MicrosValue(CountValue number) implements Value<Duration> {
    @Override
    public String expects() {
        return number.expects() + " (microseconds)";
    }

    @Override
    public Outcome<Duration> read(String text) {
        Outcome<Long> read = number.read(text);
        return read.value().isEmpty() ? Outcome.wrong()
                : Outcome.corrected(Duration.ofNanos(read.value().get() * 1_000L), read.correction());
    }
}
