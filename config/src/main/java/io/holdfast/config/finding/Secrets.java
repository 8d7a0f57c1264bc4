package io.holdfast.config.finding;

/// Hides passwords in what is shown. Works on the bare text, so that it also covers lines whose meaning is not
/// known: a password under a misspelt keyword, in the wrong block, behind an unclosed quote.
public final class Secrets {
    public static final String MASK = "********";

    private static final String[] TELLTALES = {"pass", "pwd", "secret", "hmac", "token"};

    private Secrets() {}

    /// Where the secret part of a line begins: behind the first word that looks like a password keyword, or the `=` of
    /// a parameter that looks like one; the line's length if there is none.
    public static int start(String line) {
        int at = 0;
        while (at < line.length()) {
            int from = nextWord(line, at);
            int to = wordEnd(line, from);
            int value = from < to && line.charAt(from) == '$' ? line.indexOf('=', from) + 1 : 0;
            if (value > 0 && value <= to) {
                if (isSecretName(line, from + 1, value - 1)) {
                    return nextWord(line, value);
                }
            } else if (isSecretKeyword(line, from, to)) {
                return nextWord(line, to);
            }
            at = to;
        }
        return line.length();
    }

    /// Whether the name of a parameter says that its value is not for everybody.
    public static boolean isSecretName(String name) {
        return isSecretName(name, 0, name.length());
    }

    private static boolean isSecretName(String line, int from, int to) {
        return isSecretKeyword(line, from, to) || contains(line, from, to, "key");
    }

    /// Where the next word begins, or the line's length.
    static int nextWord(String line, int from) {
        return skip(line, from, false);
    }

    /// Where the word ends that begins here.
    static int wordEnd(String line, int from) {
        return skip(line, from, true);
    }

    /// A text as it may be shown in a message.
    public static String masked(String text) {
        int secret = start(text);
        return Shown.text(text.substring(0, secret)) + (secret < text.length() ? MASK : "");
    }

    private static int skip(String line, int from, boolean word) {
        int at = from;
        while (at < line.length() && isWordPart(line.charAt(at)) == word) {
            at++;
        }
        return at;
    }

    private static boolean isWordPart(char c) {
        return c != '{' && c != '}' && c != '"' && !Blanks.isBlank(c);
    }

    /// Looked at for every word that a parameter leads to, so without making strings of them.
    private static boolean isSecretKeyword(String line, int from, int to) {
        for (String telltale : TELLTALES) {
            if (contains(line, from, to, telltale)) {
                return true;
            }
        }
        return is(line, from, Math.min(to, from + "auth_p".length()), "auth_p") || is(line, from, to, "key");
    }

    private static boolean contains(String line, int from, int to, String word) {
        for (int at = from; at + word.length() <= to; at++) {
            if (is(line, at, at + word.length(), word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(String line, int from, int to, String word) {
        return to - from == word.length() && line.regionMatches(true, from, word, 0, word.length());
    }
}
