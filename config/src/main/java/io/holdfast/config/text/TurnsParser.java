package io.holdfast.config.text;

import io.holdfast.config.finding.Blanks;
import io.holdfast.config.finding.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the header of a sequence or list (6).
final class TurnsParser {
    private static final String SEQUENCE = "~SEQ";
    private static final String LIST = "~LST";
    /// Bytes that the numbers of a sequence may take.
    private static final int MAX_NUMBERS = 62;
    private static final int MAX_DIGITS = 18;

    private final Scope scope;
    private final TracedText line;
    private final String text;
    private final int start;
    private int at;

    private TurnsParser(Scope scope, TracedText line, int start) {
        this.scope = scope;
        this.line = line;
        this.start = start;
        text = line.text();
        at = start + SEQUENCE.length();
    }

    /// Whether a line begins like a header.
    static boolean isHeader(TracedText line, int from) {
        return line.text().startsWith(SEQUENCE, from) || line.text().startsWith(LIST, from);
    }

    /// What the header says; empty if it is wrong, which has been reported.
    static Optional<Turns> parse(Scope scope, TracedText line, int from) {
        TurnsParser parser = new TurnsParser(scope, line, from);
        return line.text().startsWith(SEQUENCE, from) ? parser.sequence() : parser.list();
    }

    private Optional<Turns> sequence() {
        boolean hex = text.startsWith("x", at);
        at += hex ? 1 : 0;
        String variable = takes('(') ? name() : "";
        boolean valued = takes(',');
        int from = at;
        int close = text.indexOf(')', at);
        if (variable.isEmpty() || !valued || close < 0 || close - from > MAX_NUMBERS) {
            return wrong("it needs a variable and its values in parentheses");
        }
        TracedText numbers = new Substitution(scope, new TracedText(line.line(), text.substring(from, close),
                List.of(line.markAt(from).moved(from, 0)))).run(0);
        List<Long> values = new ArrayList<>();
        for (String number : numbers.text().split(",", -1)) {
            Optional<Long> value = number(number.strip());
            if (value.isEmpty()) {
                return wrong("its values are numbers, in decimal, hexadecimal (0x1f) or octal (017)");
            }
            values.add(value.get());
        }
        return sequence(variable, values, line.skipBlanks(close + 1), hex);
    }

    private Optional<Turns> sequence(String variable, List<Long> values, int body, boolean hex) {
        if (values.size() > 3) {
            return wrong("it takes a start, a step and an end");
        }
        long end = values.get(values.size() - 1);
        long first = values.size() > 1 ? values.get(0) : end < 0 ? -1 : 1;
        long towards = first <= end ? 1 : -1;
        long step = values.size() > 2 ? values.get(1) : towards;
        if (step == 0 || (first != end && (step < 0) != (towards < 0))) {
            return wrong("a step of " + step + " does not lead from " + first + " to " + end);
        }
        if (hex && (first < 0 || end < 0)) {
            return wrong("there are no negative numbers in hexadecimal");
        }
        return Optional.of(new Turns.Sequence(List.of(variable), body, first, step, end, hex));
    }

    private Optional<Turns> list() {
        if (!takes('(')) {
            return wrong("it needs a variable and its values in parentheses");
        }
        boolean sets = peeks('{');
        List<String> variables = sets ? set() : List.of(name());
        List<List<String>> values = new ArrayList<>();
        while (takes(',')) {
            List<String> turn = sets ? set() : List.of(value());
            if (turn.size() > variables.size()) {
                return wrong("there are more values than variables");
            }
            List<String> padded = new ArrayList<>(turn);
            while (padded.size() < variables.size()) {
                padded.add("");
            }
            values.add(padded);
        }
        for (String variable : variables) {
            if (!Names.isName(variable)) {
                return wrong("a variable has a name of letters, digits and underscores");
            }
        }
        if (variables.isEmpty() || values.isEmpty() || !takes(')')) {
            return wrong(sets ? "variables and values are sets such as {A, B}, {1, 2}"
                    : "it needs a variable and its values, without blanks, braces and parentheses within them");
        }
        return Optional.of(new Turns.Listing(variables, line.skipBlanks(at), values));
    }

    /// Words between braces; empty if there are no braces.
    private List<String> set() {
        List<String> words = new ArrayList<>();
        if (takes('{')) {
            do {
                words.add(value());
            } while (takes(','));
            return takes('}') ? words : List.of();
        }
        return words;
    }

    private String name() {
        at = line.skipBlanks(at);
        int from = at;
        at = Names.end(text, from);
        return text.substring(from, at);
    }

    private String value() {
        at = line.skipBlanks(at);
        int from = at;
        while (at < text.length() && !Blanks.isBlank(text.charAt(at)) && ",{}()".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    private boolean peeks(char c) {
        at = line.skipBlanks(at);
        return at < text.length() && text.charAt(at) == c;
    }

    private boolean takes(char c) {
        boolean there = peeks(c);
        at += there ? 1 : 0;
        return there;
    }

    /// A number as C has it; nothing is 0.
    private static Optional<Long> number(String text) {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        String digits = signed ? text.substring(1) : text;
        boolean hex = digits.startsWith("0x") || digits.startsWith("0X");
        int radix = hex ? 16 : digits.startsWith("0") ? 8 : 10;
        digits = hex ? digits.substring(2) : digits;
        long number = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) < 0x80 ? Character.digit(digits.charAt(i), radix) : -1;
            if (digit < 0 || i >= MAX_DIGITS || number > Long.MAX_VALUE / 64) {
                return Optional.empty();
            }
            number = number * radix + digit;
        }
        boolean missing = digits.isEmpty() && (hex || signed);
        return missing ? Optional.empty() : Optional.of(text.startsWith("-") ? -number : number);
    }

    private Optional<Turns> wrong(String why) {
        int close = text.indexOf(')', start);
        scope.notices().add(scope.notices().at(Problem.BAD_SEQUENCE, line, start,
                close < 0 ? line.wordEnd(start) - start : close + 1 - start,
                text.substring(start, start + SEQUENCE.length()) + ": " + why)
                .so("the line is left out"));
        return Optional.empty();
    }
}
