package io.holdfast.config.finding;

/// What separates words.
public final class Blanks {
    private Blanks() {}

    public static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r' && c != '\n');
    }
}
