package io.holdfast.config.finding;

import java.util.Locale;

/// Hides passwords in what is shown. Works on the bare text, so that it also covers lines whose meaning is not
/// known: a password under a misspelt keyword, in the wrong block, behind an unclosed quote.
public final class Secrets {
    public static final String MASK = "********";

    private Secrets() {}

    /// Where the secret part of a line begins: behind the first word that looks like a password keyword;
    /// the line's length if there is none.
    public static int start(String line) {
        int at = 0;
        while (at < line.length()) {
            int from = nextWord(line, at);
            int to = skip(line, from, true);
            if (isSecretKeyword(line.substring(from, to))) {
                return nextWord(line, to);
            }
            at = to;
        }
        return line.length();
    }

    /// Where the next word begins, or the line's length.
    static int nextWord(String line, int from) {
        return skip(line, from, false);
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

    /// An equals sign, a colon or a character that only looks like a blank or a quote may stand in for the blank.
    private static boolean isWordPart(char c) {
        boolean separates = c == '{' || c == '}' || c == '"' || c == '=' || c == ':' || c > 0x7e;
        return !separates && !Blanks.isBlank(c);
    }

    private static boolean isSecretKeyword(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.contains("pass") || lower.startsWith("auth_p") || lower.contains("pwd") || lower.contains("secret")
                || lower.contains("hmac") || lower.equals("key");
    }
}
