package io.holdfast.checkers;

import io.holdfast.config.table.Clause;
import io.holdfast.config.table.Phrase;
import io.holdfast.config.table.Value;
import java.util.Optional;

/// Bytes in hexadecimal (9.4 of `config-language.md`): digits pair up from the left, and a blank ends a byte.
///
/// @param open whether `x` may stand for any digit
record HexPhrase(boolean open) implements Phrase<HexPattern> {
    @Override
    public String expects() {
        return new Word(open).expects();
    }

    @Override
    public Optional<HexPattern> read(Clause clause) {
        StringBuilder digits = new StringBuilder();
        while (clause.hasNext()) {
            Optional<String> word = clause.value(new Word(open));
            if (word.isEmpty()) {
                return Optional.empty();
            }
            digits.append(word.get());
        }
        return Optional.of(new HexPattern(digits.toString()));
    }

    private record Word(boolean open) implements Value<String> {
        private static final int HEX = 16;

        @Override
        public String expects() {
            return open ? "bytes in hexadecimal, with x for any digit" : "bytes in hexadecimal";
        }

        @Override
        public Outcome<String> read(String text) {
            StringBuilder digits = new StringBuilder();
            int at = 0;
            while (at < text.length()) {
                if (isBlank(text.charAt(at))) {
                    at++;
                    continue;
                }
                char first = digit(text.charAt(at++));
                boolean alone = at == text.length() || isBlank(text.charAt(at));
                char second = alone ? first : digit(text.charAt(at++));
                if (first == 0 || second == 0) {
                    return Outcome.wrong();
                }
                digits.append(alone ? '0' : first).append(second);
            }
            return Outcome.of(digits.toString());
        }

        private static boolean isBlank(char c) {
            return c == ' ' || c == '\t';
        }

        /// The digit in lower case, or 0.
        private char digit(char c) {
            if (open && (c == 'x' || c == 'X')) {
                return 'x';
            }
            int value = c < 0x80 ? Character.digit(c, HEX) : -1;
            return value < 0 ? 0 : Character.forDigit(value, HEX);
        }
    }
}
