package io.holdfast.config.value;

import io.holdfast.config.table.Value;
import java.time.Duration;

/// Seconds with decimals (9.2): `5`, `1.`, `.5`, `0.25`. More than six decimals are rounded half up, with a report.
/// keepalived makes nonsense of a unit behind the number (`2x` becomes 2 microseconds); here it is refused.
///
/// @param min the least allowed, in microseconds
/// @param max the most allowed, in microseconds
public record SecondsValue(long min, long max) implements Value<Duration> {
    private static final int DECIMALS = 6;

    @Override
    public String expects() {
        return "a number of seconds from " + show(min) + " to " + show(max);
    }

    @Override
    public Outcome<Duration> read(String text) {
        long micros = Decimal.parse(text, DECIMALS);
        if (micros < 0 || micros < min || micros > max) {
            return Outcome.wrong();
        }
        Duration value = Duration.ofNanos(micros * 1_000L);
        return !Decimal.isRounded(text, DECIMALS) ? Outcome.of(value)
                : Outcome.corrected(value, "rounded to " + show(micros) + ", as only six decimals count");
    }

    /// Microseconds as seconds, without trailing zeros.
    public static String show(long micros) {
        return Decimal.show(micros, DECIMALS);
    }
}
