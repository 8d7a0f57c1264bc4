package io.holdfast.config.value;

import io.holdfast.config.table.Value;
import java.time.Duration;

/// Seconds with decimals (9.2): `5`, `1.`, `.5`, `0.25`. More decimals than count are rounded half up, with a report.
/// keepalived makes nonsense of a unit behind the number (`2x` becomes 2 microseconds); here it is refused.
///
/// @param min the least allowed, in microseconds
/// @param max the most allowed, in microseconds
/// @param decimals how many decimals count, up to six
public record SecondsValue(long min, long max, int decimals) implements Value<Duration> {
    private static final int DECIMALS = 6;
    private static final int MAX_WHOLE_DIGITS = 11;

    @Override
    public String expects() {
        return "a number of seconds from " + show(min) + " to " + show(max);
    }

    @Override
    public Outcome<Duration> read(String text) {
        int point = text.indexOf('.');
        String whole = text.substring(text.startsWith("+") ? 1 : 0, point < 0 ? text.length() : point);
        String fraction = point < 0 ? "" : text.substring(point + 1);
        if (!digitsOnly(whole) || !digitsOnly(fraction) || whole.length() > MAX_WHOLE_DIGITS
                || whole.length() + fraction.length() == 0) {
            return Outcome.wrong();
        }
        long micros = micros(whole, fraction);
        if (micros < min || micros > max) {
            return Outcome.wrong();
        }
        Duration value = Duration.ofNanos(micros * 1_000L);
        return fraction.length() <= decimals ? Outcome.of(value)
                : Outcome.corrected(value, "rounded to " + show(micros) + ", as only " + decimals + " decimals count");
    }

    private static boolean digitsOnly(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private long micros(String whole, String fraction) {
        long units = whole.isEmpty() ? 0 : Long.parseLong(whole);
        for (int i = 0; i < decimals; i++) {
            units = units * 10 + (i < fraction.length() ? fraction.charAt(i) - '0' : 0);
        }
        boolean up = fraction.length() > decimals && fraction.charAt(decimals) >= '5';
        long micros = up ? units + 1 : units;
        for (int i = decimals; i < DECIMALS; i++) {
            micros *= 10;
        }
        return micros;
    }

    /// Microseconds as seconds, without trailing zeros.
    public static String show(long micros) {
        String digits = Long.toString(1_000_000L + micros % 1_000_000L).substring(1);
        int end = digits.length();
        while (end > 0 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return micros / 1_000_000L + (end == 0 ? "" : "." + digits.substring(0, end));
    }
}
