package io.holdfast.config.text;

import io.holdfast.config.finding.Blanks;

/// How the names of parameters are written: a letter or underscore, then letters, digits and underscores (5.1).
final class Names {
    private Names() {}

    /// Where the name ends that begins here; `from` itself if none does.
    static int end(String text, int from) {
        int at = from;
        while (at < text.length() && isPart(text.charAt(at), at == from)) {
            at++;
        }
        return at;
    }

    private static boolean isPart(char c, boolean first) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (!first && isDigit(c));
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isName(String text) {
        return !text.isEmpty() && end(text, 0) == text.length();
    }

    /// Whether a `$NAME` without braces is one if this is what follows it (5.3).
    static boolean isEnd(String text, int at) {
        return at == text.length() || Blanks.isBlank(text.charAt(at)) || text.charAt(at) == ','
                || text.charAt(at) == ')';
    }
}
