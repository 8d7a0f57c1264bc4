package io.holdfast.config.value;

/// Decimal fractions (9.2) as whole numbers of their smallest unit.
public final class Decimal {
    private static final int MAX_WHOLE_DIGITS = 11;

    private Decimal() {}

    /// @param word     the number; blanks before it do not matter, as for integers
    /// @param decimals how many of them count; the next one is rounded half up
    /// @return -1 unless the text is a number
    static long parse(String word, int decimals) {
        String text = word.stripLeading();
        int point = text.indexOf('.');
        String whole = text.substring(text.startsWith("+") ? 1 : 0, point < 0 ? text.length() : point);
        String fraction = point < 0 ? "" : text.substring(point + 1);
        if (!digitsOnly(whole) || !digitsOnly(fraction) || whole.length() > MAX_WHOLE_DIGITS
                || whole.length() + fraction.length() == 0) {
            return -1;
        }
        long number = whole.isEmpty() ? 0 : Long.parseLong(whole);
        for (int i = 0; i < decimals; i++) {
            number = number * 10 + (i < fraction.length() ? fraction.charAt(i) - '0' : 0);
        }
        boolean up = fraction.length() > decimals && fraction.charAt(decimals) >= '5';
        return up ? number + 1 : number;
    }

    /// Whether a number has more decimals than count.
    static boolean isRounded(String text, int decimals) {
        int point = text.indexOf('.');
        return point >= 0 && text.length() - point - 1 > decimals;
    }

    /// A number of microseconds in seconds, without trailing zeros.
    public static String seconds(long micros) {
        return show(micros, 6);
    }

    /// A number times ten to a power, which is at least 0.
    static long scaled(long number, int power) {
        long scaled = number;
        for (int i = 0; i < power; i++) {
            scaled *= 10;
        }
        return scaled;
    }

    /// A number of the smallest unit as it is written, without trailing zeros.
    static String show(long number, int decimals) {
        long unit = scaled(1, decimals);
        String digits = Long.toString(unit + number % unit).substring(1);
        int end = digits.length();
        while (end > 0 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return number / unit + (end == 0 ? "" : "." + digits.substring(0, end));
    }

    private static boolean digitsOnly(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
