package io.holdfast.config.finding;

import java.util.List;

/// Where in the operator's files something stands.
///
/// @param file     path of the file as it was opened
/// @param line     line number from 1; 0 when the finding concerns the file as a whole
/// @param column   byte from 0 at which the word starts in `text`
/// @param length   bytes the word has
/// @param text     the physical line, one character per byte, secrets included: show it through [Finding] only
/// @param expanded what the line became, if parameters or sequences made something else of it; otherwise empty
/// @param trail    where that came from, and who included the file, innermost first
public record Origin(String file, int line, int column, int length, String text, String expanded,
        List<String> trail) {
    public Origin {
        trail = List.copyOf(trail);
    }

    public Origin(String file, int line, int column, int length, String text) {
        this(file, line, column, length, text, "", List.of());
    }

    public static Origin of(String file) {
        return new Origin(file, 0, 0, 0, "");
    }
}
