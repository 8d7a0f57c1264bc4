package io.holdfast.config.value;

import io.holdfast.config.finding.Blanks;
import io.holdfast.config.finding.Shown;
import io.holdfast.config.table.Value;

/// Decimal integers (9.1): leading blanks and `+` are fine, an empty word counts as 0, leading zeros are decimal.
/// Values beyond `int`, which only counts have, are as good as the highest.
///
/// @param min     the least allowed
/// @param max     the most allowed
/// @param lenient use the leading number if something follows it
record IntegerValue(long min, long max, boolean lenient) implements Value<Integer> {
    private static final int MAX_DIGITS = 18;

    @Override
    public String expects() {
        return "an integer from " + min + " to " + max;
    }

    @Override
    public Outcome<Integer> read(String text) {
        int at = 0;
        while (at < text.length() && Blanks.isBlank(text.charAt(at))) {
            at++;
        }
        boolean negative = at < text.length() && text.charAt(at) == '-';
        if (negative || (at < text.length() && text.charAt(at) == '+')) {
            at++;
        }
        int from = at;
        long number = 0;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            number = at - from < MAX_DIGITS ? number * 10 + (text.charAt(at) - '0') : Long.MAX_VALUE / 10 - 1;
            at++;
        }
        boolean nothing = at == from && !text.isEmpty();
        return nothing ? Outcome.wrong() : judge(negative ? -number : number, text.substring(at));
    }

    private Outcome<Integer> judge(long number, String rest) {
        if (number < min || number > max || (!rest.isEmpty() && !lenient)) {
            return Outcome.wrong();
        }
        int value = Math.clamp(number, Integer.MIN_VALUE, Integer.MAX_VALUE);
        return rest.isEmpty() ? Outcome.of(value)
                : Outcome.corrected(value, "\"" + Shown.text(rest) + "\" is left out, " + number + " is used");
    }
}
