package io.holdfast.checkers;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Shown;
import io.holdfast.config.table.Clause;
import io.holdfast.config.table.Phrase;
import java.util.Optional;

/// A regular expression: one word, in quotes if it has blanks, with escapes (13 of `config-language.md`).
record RegexPhrase() implements Phrase<String> {
    private static final String LETTERS = "abEfnrtv";
    private static final String MEANT = "\u0007\b\u001b\f\n\r\t\u000b";
    private static final int HEX = 16;
    private static final int OCTAL = 8;
    private static final int CONTROL = 0x1f;

    @Override
    public String expects() {
        return "a regular expression in quotes";
    }

    @Override
    public Optional<String> read(Clause clause) {
        String word = clause.next().text();
        if (clause.hasNext()) {
            clause.add(Problem.BAD_VALUE, clause.peek().place(), "regex takes one word only")
                    .so("the line is left out").hinting("put the expression in double quotes").done();
            return Optional.empty();
        }
        return Optional.of(Shown.decoded(unescaped(word)));
    }

    static String unescaped(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '\\' || at == text.length()) {
                plain.append(c);
                continue;
            }
            char escaped = text.charAt(at);
            int letter = LETTERS.indexOf(escaped);
            int digits;
            if (letter >= 0) {
                plain.append(MEANT.charAt(letter));
                at++;
            } else if (escaped == 'x' && (digits = digits(text, at + 1, HEX, 2)) > 0) {
                plain.append((char) Integer.parseInt(text.substring(at + 1, at + 1 + digits), HEX));
                at += 1 + digits;
            } else if ((digits = digits(text, at, OCTAL, 3)) > 0) {
                plain.append((char) (Integer.parseInt(text.substring(at, at + digits), OCTAL) & 0xff));
                at += digits;
            } else if (escaped == 'c' && at + 1 < text.length()) {
                plain.append((char) (text.charAt(at + 1) & CONTROL));
                at += 2;
            } else {
                plain.append(escaped);
                at++;
            }
        }
        return plain.toString();
    }

    /// How many digits stand there, up to a number.
    private static int digits(String text, int from, int base, int most) {
        int count = 0;
        while (count < most && from + count < text.length() && text.charAt(from + count) < 0x80
                && Character.digit(text.charAt(from + count), base) >= 0) {
            count++;
        }
        return count;
    }
}
