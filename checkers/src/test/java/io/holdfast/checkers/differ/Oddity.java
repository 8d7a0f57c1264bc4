package io.holdfast.checkers.differ;

/// One thing in which the two verdicts on a file differ.
///
/// @param kind    what it is
/// @param line    the line in question, from 1; 0 if it is about an object or the file
/// @param text    that line
/// @param message the message one of them has and the other lacks
record Oddity(Kind kind, int line, String text, String message) {
    enum Kind {
        /// keepalived complains of a line or an object, we do not.
        MISSED,
        /// We complain, keepalived does not.
        SURPLUS,
        /// The exit codes differ.
        EXIT
    }

    @Override
    public String toString() {
        return kind + (line > 0 ? " line " + line + " | " + text.strip() : "") + " | " + message;
    }
}
