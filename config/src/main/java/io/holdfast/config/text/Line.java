package io.holdfast.config.text;

import io.holdfast.config.finding.Blanks;
import java.util.ArrayList;
import java.util.List;

/// One line as the block parser takes it: everything expanded, cut at braces, so that a brace stands alone.
///
/// @param record offset of its record in the snapshot
/// @param text   what it says
/// @param start  byte of the physical line at which it begins; 0 if it does not stand there as it is
public record Line(int record, String text, int start) {
    public boolean opens() {
        return text.length() == 1 && text.charAt(0) == '{';
    }

    public boolean closes() {
        return text.length() == 1 && text.charAt(0) == '}';
    }

    /// The words (8.1): a double quote always starts and ends a word of its own; what follows a quote that is never
    /// closed is dropped, which the reader has reported.
    public List<Word> words() {
        List<Word> words = new ArrayList<>(4);
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Blanks.isBlank(c)) {
                at++;
            } else if (c == '"') {
                int end = text.indexOf('"', at + 1);
                if (end < 0) {
                    return words;
                }
                words.add(word(at + 1, end));
                at = end + 1;
            } else {
                int end = at;
                while (end < text.length() && !Blanks.isBlank(text.charAt(end)) && text.charAt(end) != '"') {
                    end++;
                }
                words.add(word(at, end));
                at = end;
            }
        }
        return words;
    }

    private Word word(int from, int to) {
        return new Word(text.substring(from, to), place(from, to));
    }

    /// The whole line as one place.
    public Place place() {
        return place(0, text.length());
    }

    /// The bytes from one up to another as a place.
    public Place place(int from, int to) {
        return new Place(record, start + from, Math.max(1, to - from));
    }
}
