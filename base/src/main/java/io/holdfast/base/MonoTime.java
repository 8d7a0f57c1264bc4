package io.holdfast.base;

import java.time.Duration;

/// A point on the monotonic clock, in nanoseconds since an origin that only this boot knows
/// (CLOCK_MONOTONIC, which is also what a timerfd counts in). Never a wall-clock time.
///
/// @param nanos nanoseconds since the origin
public record MonoTime(long nanos) implements Comparable<MonoTime> {

    /// A point `micros` microseconds after the origin; simulations and tests start here.
    public static MonoTime ofMicros(long micros) {
        return new MonoTime(Math.multiplyExact(micros, 1_000L));
    }

    public MonoTime plus(Duration duration) {
        return new MonoTime(nanos + duration.toNanos());
    }

    public MonoTime plusMicros(long micros) {
        return new MonoTime(nanos + micros * 1_000L);
    }

    public MonoTime minus(Duration duration) {
        return new MonoTime(nanos - duration.toNanos());
    }

    /// How long after `earlier` this is; negative if it is before.
    public Duration since(MonoTime earlier) {
        return Duration.ofNanos(nanos - earlier.nanos);
    }

    public boolean isBefore(MonoTime other) {
        return nanos < other.nanos;
    }

    public boolean isAfter(MonoTime other) {
        return nanos > other.nanos;
    }

    public static MonoTime earlier(MonoTime one, MonoTime other) {
        return one.nanos <= other.nanos ? one : other;
    }

    @Override
    public int compareTo(MonoTime other) {
        return Long.compare(nanos, other.nanos);
    }

    /// Seconds with six decimals, as a log reader expects.
    @Override
    public String toString() {
        long micros = Math.floorDiv(nanos, 1_000L);
        String fraction = Long.toString(1_000_000L + Math.floorMod(micros, 1_000_000L)).substring(1);
        return Math.floorDiv(micros, 1_000_000L) + "." + fraction;
    }
}
