package io.holdfast.config.finding;

import java.util.List;

/// A line of a file prepared for showing: decoded, masked, the caret placed.
///
/// @param origin where it is from
/// @param text   the line
/// @param before what stands in front of the word
/// @param word   the word; empty if it is masked
record Excerpt(Origin origin, String text, String before, String word) {
    /// Bytes of a line that are shown at most: a whole line of the lengths that are read.
    private static final int LONGEST = 1022;

    static Excerpt of(Origin origin, int secretFrom) {
        String line = origin.text().substring(0, Math.min(origin.text().length(), LONGEST));
        int secret = Math.min(secretFrom, line.length());
        int from = Math.min(origin.column(), secret);
        int to = Math.min(Math.max(from, origin.column() + origin.length()), secret);
        String shown = Shown.text(line.substring(0, secret)) + (secret < line.length() ? Secrets.MASK : "");
        return new Excerpt(origin, shown, Shown.text(line.substring(0, from)), Shown.text(line.substring(from, to)));
    }

    Finding finding(Problem problem, String message, List<String> trail) {
        return new Finding(problem, Shown.text(origin.file()), origin.line(),
                before.codePointCount(0, before.length()) + 1, text, underline(), word, trail, message, "", "", "");
    }

    private String underline() {
        StringBuilder under = new StringBuilder();
        for (int i = 0; i < before.length();) {
            int c = before.codePointAt(i);
            under.append(c == '\t' ? "\t" : " ".repeat(Shown.cells(Character.toString(c))));
            i += Character.charCount(c);
        }
        return under.append('^').append("~".repeat(Math.max(0, Shown.cells(word) - 1))).toString();
    }
}
