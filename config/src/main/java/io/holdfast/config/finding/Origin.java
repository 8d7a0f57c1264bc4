package io.holdfast.config.finding;

/// Where in the operator's files something stands.
///
/// @param file   path of the file as it was opened
/// @param line   line number from 1; 0 when the finding concerns the file as a whole
/// @param column byte from 0 at which the word starts in `text`
/// @param length bytes the word has
/// @param text   the physical line, one character per byte, secrets included: show it through [Finding] only
public record Origin(String file, int line, int column, int length, String text) {
    public static Origin of(String file) {
        return new Origin(file, 0, 0, 0, "");
    }
}
