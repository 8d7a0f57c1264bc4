package io.holdfast.config.track;

import io.holdfast.config.table.Value;
import io.holdfast.config.value.Values;
import java.time.Duration;

/// Time between runs of a script, or the most that one may take. Zero, which would be no time at all, becomes a second.
record IntervalValue() implements Value<Duration> {
    private static final Value<Duration> SECONDS = Values.milliseconds(0, 4_294_000);

    @Override
    public String expects() {
        return Values.milliseconds(1, 4_294_000).expects();
    }

    @Override
    public Outcome<Duration> read(String text) {
        Outcome<Duration> read = SECONDS.read(text);
        return read.value().isPresent() && read.value().get().isZero()
                ? Outcome.corrected(Duration.ofSeconds(1), "1 second is used") : read;
    }
}
