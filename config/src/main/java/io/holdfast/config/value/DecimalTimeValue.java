package io.holdfast.config.value;

import io.holdfast.config.table.Value;
import java.time.Duration;

/// A time with decimals (9.2): `5`, `1.`, `.5`, `0.25`. More decimals than count are rounded half up, with a report.
/// keepalived makes nonsense of a unit behind the number (`2x` becomes 2 microseconds); here it is refused.
///
/// @param min the least allowed, in microseconds
/// @param max the most allowed, in microseconds
/// @param decimals how many decimals count, at most down to microseconds
record DecimalTimeValue(Unit unit, long min, long max, int decimals) implements Value<Duration> {
    @Override
    public String expects() {
        return "a number of " + unit.plural + " from " + show(min) + " to " + show(max);
    }

    @Override
    public String hint(String text) {
        return unit == Unit.SECONDS ? Units.seconds(text) : "";
    }

    @Override
    public Outcome<Duration> read(String text) {
        long number = Decimal.parse(text, decimals);
        if (number < 0) {
            return Outcome.wrong();
        }
        long micros = Decimal.scaled(number, unit.decimals - decimals);
        if (micros < min || micros > max) {
            return Outcome.wrong();
        }
        Duration value = Duration.ofNanos(micros * 1_000L);
        return !Decimal.isRounded(text, decimals) ? Outcome.of(value)
                : Outcome.corrected(value, "rounded to " + show(micros) + ", as only " + decimals + " decimals count");
    }

    private String show(long micros) {
        return Decimal.show(micros, unit.decimals);
    }

    /// What is counted.
    enum Unit {
        SECONDS("seconds", 6), MILLISECONDS("milliseconds", 3);

        private final String plural;
        /// How many decimals make a microsecond.
        private final int decimals;

        Unit(String plural, int decimals) {
            this.plural = plural;
            this.decimals = decimals;
        }
    }
}
