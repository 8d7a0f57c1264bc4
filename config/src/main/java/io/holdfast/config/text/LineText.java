package io.holdfast.config.text;

import io.holdfast.config.finding.Blanks;

/// A physical line without comment and outer blanks (2).
///
/// @param text     the line; the physical one unless an escaped comment sign had to be unescaped
/// @param from     first byte of what counts
/// @param to       byte behind it
/// @param exact    `text` is the physical line
/// @param balanced every double quote is closed
record LineText(String text, int from, int to, boolean exact, boolean balanced) {
    static LineText of(String line) {
        boolean quoted = false;
        boolean escapes = false;
        int end = line.length();
        for (int i = 0; i < end; i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                i++;
                escapes |= !quoted && i < end && isCommentSign(line.charAt(i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && isCommentSign(c)) {
                end = i;
            }
        }
        return escapes ? trimmed(unescaped(line.substring(0, end)), false, !quoted)
                : trimmed(line, end, true, !quoted);
    }

    private static boolean isCommentSign(char c) {
        return c == '#' || c == '!';
    }

    private static LineText trimmed(String text, boolean exact, boolean balanced) {
        return trimmed(text, text.length(), exact, balanced);
    }

    private static LineText trimmed(String text, int end, boolean exact, boolean balanced) {
        int from = 0;
        int to = end;
        while (to > 0 && Blanks.isBlank(text.charAt(to - 1))) {
            to--;
        }
        while (from < to && Blanks.isBlank(text.charAt(from))) {
            from++;
        }
        return new LineText(text, from, to, exact, balanced);
    }

    /// `\#` and `\!` outside quotes become the plain sign, here in every process (19; keepalived's children take the
    /// plain sign for the start of a comment).
    private static String unescaped(String line) {
        StringBuilder text = new StringBuilder(line.length());
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                char next = line.charAt(++i);
                text.append(quoted || !isCommentSign(next) ? "\\" : "").append(next);
            } else {
                quoted ^= c == '"';
                text.append(c);
            }
        }
        return text.toString();
    }

    /// The first brace outside double quotes at or behind `at`, or the end.
    int brace(int at) {
        boolean quoted = false;
        for (int i = at; i < to; i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (!quoted && (c == '{' || c == '}')) {
                return i;
            }
        }
        return to;
    }

    int skipBlanks(int at) {
        int next = at;
        while (next < to && Blanks.isBlank(text.charAt(next))) {
            next++;
        }
        return next;
    }

    /// The end of the word at `at`, as blanks separate it.
    int wordEnd(int at) {
        int end = at;
        while (end < to && !Blanks.isBlank(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
