package io.holdfast.config.route;

import io.holdfast.config.table.Value;
import io.holdfast.config.value.Values;
import io.holdfast.route.Metric;
import java.time.Duration;
import java.util.Optional;

/// A metric that is a time. A number without unit is what the kernel keeps: milliseconds times `perMillisecond`.
///
/// @param perMillisecond kernel units in a millisecond
record MetricTimeValue(Metric.Name name, int perMillisecond) implements Value<Metric> {
    /// Of whatever unit, although it is read as seconds.
    private static final Value<Duration> NUMBER = Values.seconds(0, 4_294_967_295_000_000L);
    private static final long LEAST_MILLIS = 200; // TCP_RTO_MIN of net/tcp.h
    private static final long MOST_MILLIS = 120_000; // TCP_RTO_MAX

    @Override
    public String expects() {
        return "a time of 200ms to 120s" + (perMillisecond == 1 ? ", without unit in milliseconds"
                : ", without unit in milliseconds times " + perMillisecond);
    }

    @Override
    public Outcome<Metric> read(String text) {
        int end = 0;
        while (end < text.length() && (text.charAt(end) < 'a' || text.charAt(end) > 'z')) {
            end++;
        }
        Optional<Duration> number = NUMBER.read(text.substring(0, end)).value();
        if (number.isEmpty()) {
            return Outcome.wrong();
        }
        long millionths = number.get().toNanos() / 1_000;
        return switch (text.substring(end)) {
            case "" -> text.indexOf('.') >= 0 ? Outcome.wrong() : clamped(millionths / 1_000_000);
            case "ms" -> clamped(millionths * perMillisecond / 1_000_000);
            case "s", "sec", "secs" -> clamped(millionths * perMillisecond / 1_000);
            default -> Outcome.wrong();
        };
    }

    private Outcome<Metric> clamped(long value) {
        long used = Math.clamp(value, LEAST_MILLIS * perMillisecond, MOST_MILLIS * perMillisecond);
        Metric metric = new Metric(name, used, false);
        return used == value ? Outcome.of(metric)
                : Outcome.corrected(metric, used > value ? "200 ms is used" : "120 s is used");
    }
}
