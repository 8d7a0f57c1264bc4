package io.holdfast.config.text;

/// What double quotes protect: comment signs and braces within them are plain characters (2, 7).
final class Quotes {
    private Quotes() {}

    /// Where the comment of a line begins, or its length. A backslash takes the next character's meaning away.
    static int comment(String line) {
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && isCommentSign(c)) {
                return i;
            }
        }
        return line.length();
    }

    /// Where the quote begins that is not closed before the end, or -1.
    static int unclosed(String line) {
        int open = -1;
        for (int i = line.indexOf('"') < 0 ? line.length() : 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                open = open < 0 ? i : -1;
            }
        }
        return open;
    }

    /// The first brace outside quotes at or behind `from`, or the end.
    static int brace(String line, int from) {
        boolean quoted = false;
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            if (!quoted && (c == '{' || c == '}')) {
                return i;
            }
        }
        return line.length();
    }

    /// Whether a byte of a line stands between quotes.
    static boolean areAround(String line, int at) {
        boolean quoted = false;
        for (int i = 0; i < at; i++) {
            quoted ^= line.charAt(i) == '"';
        }
        return quoted;
    }

    static boolean isCommentSign(char c) {
        return c == '#' || c == '!';
    }
}
