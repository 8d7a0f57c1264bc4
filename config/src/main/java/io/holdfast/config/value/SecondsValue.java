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
    private static final int MAX_WHOLE_DIGITS = 11;

    @Override
    public String expects() {
        return "a number of seconds from " + show(min) + " to " + show(max);
    }

    @Override
    public String hint(String text) {
        return Units.seconds(text);
    }

    @Override
    public Outcome<Duration> read(String text) {
        int point = text.indexOf('.');
        String whole = text.substring(text.startsWith("+") ? 1 : 0, point < 0 ? text.length() : point);
        String decimals = point < 0 ? "" : text.substring(point + 1);
        if (!digitsOnly(whole) || !digitsOnly(decimals) || whole.length() > MAX_WHOLE_DIGITS
                || whole.length() + decimals.length() == 0) {
            return Outcome.wrong();
        }
        long micros = micros(whole, decimals);
        if (micros < min || micros > max) {
            return Outcome.wrong();
        }
        Duration value = Duration.ofNanos(micros * 1_000L);
        return decimals.length() <= DECIMALS ? Outcome.of(value)
                : Outcome.corrected(value, "rounded to " + show(micros) + ", as only six decimals count");
    }

    private static boolean digitsOnly(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static long micros(String whole, String decimals) {
        long micros = whole.isEmpty() ? 0 : Long.parseLong(whole);
        for (int i = 0; i < DECIMALS; i++) {
            micros = micros * 10 + (i < decimals.length() ? decimals.charAt(i) - '0' : 0);
        }
        boolean up = decimals.length() > DECIMALS && decimals.charAt(DECIMALS) >= '5';
        return up ? micros + 1 : micros;
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
