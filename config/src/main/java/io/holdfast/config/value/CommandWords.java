package io.holdfast.config.value;

import io.holdfast.config.finding.Blanks;
import io.holdfast.config.text.Line;
import io.holdfast.config.text.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The two rounds in which a command is taken apart (13). In both, `"` and `'` group, may start inside a word and are
/// taken off. The first round keeps a backslash and what follows it as they are; the second makes a character of them.
final class CommandWords {
    private static final String LETTERS = "abEfnrtv";
    private static final String CONTROLS = "\u0007\b\u001b\f\n\r\t\u000b";

    private final String text;
    private final boolean interpreting;
    private final StringBuilder word = new StringBuilder();
    private int at;
    /// The quote that is open, or a blank.
    private char quote = ' ';

    private CommandWords(String text, boolean interpreting) {
        this.text = text;
        this.interpreting = interpreting;
    }

    /// The words of a line, its keyword included; empty if a quote is not closed.
    static Optional<List<Word>> of(Line line) {
        CommandWords words = new CommandWords(line.text(), false);
        List<Word> all = new ArrayList<>(4);
        while (words.skipBlanks()) {
            int from = words.at;
            String text = words.next();
            all.add(new Word(text, line.place(from, words.at)));
        }
        return words.isClosed() ? Optional.of(all) : Optional.empty();
    }

    /// The arguments in a word; empty if a quote is not closed.
    static Optional<List<String>> arguments(String word) {
        CommandWords words = new CommandWords(word, true);
        List<String> all = new ArrayList<>(4);
        while (words.skipBlanks()) {
            all.add(words.next());
        }
        return words.isClosed() ? Optional.of(all) : Optional.empty();
    }

    private boolean isClosed() {
        return quote == ' ';
    }

    private boolean skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    private static boolean isBlank(char c) {
        return c == '\n' || Blanks.isBlank(c);
    }

    private String next() {
        word.setLength(0);
        while (at < text.length() && !(isClosed() && isBlank(text.charAt(at)))) {
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length()) {
                escape();
            } else if (c == quote && !isClosed()) {
                quote = ' ';
            } else if (isClosed() && (c == '"' || c == '\'')) {
                quote = c;
            } else {
                word.append(c);
            }
        }
        return word.toString();
    }

    /// What stands behind a backslash.
    private void escape() {
        char c = text.charAt(at++);
        int control = LETTERS.indexOf(c);
        if (!interpreting) {
            word.append('\\').append(c);
        } else if (control >= 0) {
            word.append(CONTROLS.charAt(control));
        } else if (c >= '0' && c <= '7') {
            at--;
            word.append((char) (number(8, 3) & 0xff));
        } else if (c == 'x' && at < text.length() && Character.digit(text.charAt(at), 16) >= 0) {
            word.append((char) number(16, 2));
        } else if (c == 'c' && at < text.length()) {
            word.append((char) (text.charAt(at++) & 0x1f));
        } else {
            word.append(c);
        }
    }

    private int number(int radix, int most) {
        int number = 0;
        for (int i = 0; i < most && at < text.length() && Character.digit(text.charAt(at), radix) >= 0; i++) {
            number = number * radix + Character.digit(text.charAt(at++), radix);
        }
        return number;
    }
}
