package io.holdfast.config.value;

import io.holdfast.config.finding.Blanks;
import io.holdfast.config.finding.Shown;
import io.holdfast.config.table.Value;

/// Decimal integers (9.1): leading blanks and `+` are fine, an empty word counts as 0, leading zeros are decimal.
///
/// @param min     the least allowed
/// @param max     the most allowed
/// @param lenient use the leading number if something follows it
record CountValue(long min, long max, boolean lenient) implements Value<Long> {
    private static final int MAX_DIGITS = 18;

    @Override
    public String expects() {
        return "an integer from " + min + " to " + max;
    }

    @Override
    public Outcome<Long> read(String text) {
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

    private Outcome<Long> judge(long number, String rest) {
        if (number < min || number > max || (!rest.isEmpty() && !lenient)) {
            return Outcome.wrong();
        }
        return rest.isEmpty() ? Outcome.of(number)
                : Outcome.corrected(number, "\"" + Shown.text(rest) + "\" is left out, " + number + " is used");
    }
}
