package io.holdfast.config.value;

/// Units behind a number, which the language does not have.
final class Units {
    private Units() {}

    /// What to tell about a number of seconds with a unit; empty if the word is none.
    static String seconds(String text) {
        return wholeSeconds(text).isEmpty() ? "" : wholeSeconds(text) + ", 0.5 for 500 milliseconds";
    }

    /// The same where only whole seconds are allowed.
    static String wholeSeconds(String text) {
        return unit(text) == 0 ? "" : "the unit is the second and is not written: 60 for a minute";
    }

    /// The same for a number of anything.
    static String number(String text) {
        int unit = unit(text);
        return unit == 0 ? "" : "write the number alone, without \"" + text.substring(unit) + "\"";
    }

    /// Where letters follow digits, or 0.
    private static int unit(String text) {
        int at = 0;
        while (at < text.length() && "0123456789.".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        for (int i = at; i < text.length(); i++) {
            if ((text.charAt(i) | 0x20) < 'a' || (text.charAt(i) | 0x20) > 'z') {
                return 0;
            }
        }
        return at == text.length() ? 0 : at;
    }
}
