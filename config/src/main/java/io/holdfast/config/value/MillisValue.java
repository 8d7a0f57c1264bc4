package io.holdfast.config.value;

import io.holdfast.config.table.Value;
import java.time.Duration;

/// Milliseconds with up to three decimals (9.2). More are rounded half up, with a report.
///
/// @param min the least allowed, in microseconds
/// @param max the most allowed, in microseconds
record MillisValue(long min, long max) implements Value<Duration> {
    private static final int DECIMALS = 3;

    @Override
    public String expects() {
        return "a number of milliseconds from " + Decimal.show(min, DECIMALS) + " to " + Decimal.show(max, DECIMALS);
    }

    @Override
    public Outcome<Duration> read(String text) {
        long micros = Decimal.parse(text, DECIMALS);
        if (micros < min || micros > max) {
            return Outcome.wrong();
        }
        Duration value = Duration.ofNanos(micros * 1_000L);
        return !Decimal.isRounded(text, DECIMALS) ? Outcome.of(value)
                : Outcome.corrected(value,
                        "rounded to " + Decimal.show(micros, DECIMALS) + ", as only three decimals count");
    }
}
