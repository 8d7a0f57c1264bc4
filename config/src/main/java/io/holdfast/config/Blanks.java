package io.holdfast.config;

/// What separates words.
final class Blanks {
    private Blanks() {}

    static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r' && c != '\n');
    }
}
