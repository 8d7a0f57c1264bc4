package io.holdfast.config.value;

import io.holdfast.config.table.Value;
import java.time.Duration;

/// Whole seconds.
///
/// @param number how the number is read
record WholeSecondsValue(CountValue number) implements Value<Duration> {
    @Override
    public String expects() {
        return "a whole number of seconds from " + number.min() + " to " + number.max();
    }

    @Override
    public Outcome<Duration> read(String text) {
        Outcome<Long> read = number.read(text);
        return read.value().isEmpty() ? Outcome.wrong()
                : Outcome.corrected(Duration.ofSeconds(read.value().get()), read.correction());
    }
}
