package io.holdfast.config.finding;

import java.util.HashSet;
import java.util.Set;

/// Words of a configuration that no finding may show, wherever they stand: what a parameter puts behind a password
/// keyword is as secret where the same parameter is used elsewhere.
public final class Hidden {
    /// More words than this and nothing is shown at all, rather than something forgotten.
    public static final int LIMIT = 4096;
    /// Shorter ones may be part of any other word, and are hidden only where they stand alone.
    private static final int TELLING = 4;

    private final Set<String> words = new HashSet<>();
    private boolean everything;

    /// Nothing is hidden yet.
    public Hidden() {}

    /// Hides each word of a text.
    ///
    /// @param text one character per byte
    public void addWords(String text) {
        int at = 0;
        while (at < text.length()) {
            int from = Secrets.nextWord(text, at);
            int to = Secrets.wordEnd(text, from);
            if (to > from) {
                add(text.substring(from, to));
            }
            at = to;
        }
    }

    private void add(String word) {
        everything |= words.size() >= LIMIT;
        if (!everything) {
            words.add(Shown.text(word));
        }
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /// Where the first hidden word begins, or the text's length.
    int start(String text) {
        int start = everything ? 0 : text.length();
        for (String word : words) {
            int at = find(word, text, 0);
            start = at >= 0 && at < start ? at : start;
        }
        return start;
    }

    /// The text with a mask in place of each hidden word.
    String masked(String text) {
        if (everything) {
            return text.isEmpty() ? text : Secrets.MASK;
        }
        String masked = text;
        for (String word : words) {
            int at = find(word, masked, 0);
            while (at >= 0) {
                masked = masked.substring(0, at) + Secrets.MASK + masked.substring(at + word.length());
                at = find(word, masked, at + Secrets.MASK.length());
            }
        }
        return masked;
    }

    private static int find(String word, String text, int from) {
        int at = text.indexOf(word, from);
        while (at >= 0 && word.length() < TELLING && !standsAlone(text, at, at + word.length())) {
            at = text.indexOf(word, at + 1);
        }
        return at;
    }

    private static boolean standsAlone(String text, int from, int to) {
        return (from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1)))
                && (to == text.length() || !Character.isLetterOrDigit(text.charAt(to)));
    }
}
