package io.holdfast.config.text;

import io.holdfast.config.finding.Blanks;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The use of parameters in one line (5.3): each is replaced by its value, and that is looked at again from its first
/// character.
final class Substitution {
    /// Bytes that a line may have in the end (2).
    static final int MAX_LENGTH = 1024;
    /// In one line; far more than fit in it unless values are empty or lead in circles.
    private static final int MAX_REPLACEMENTS = 4096;
    private static final int STOP = -1;

    private final Scope scope;
    private final List<Rows> rows = new ArrayList<>();
    private TracedText text;
    private int replacements;
    /// Something else than a number that a sequence counted to: it may bring a comment, a quote or a secret.
    private boolean inserted;

    /// The rows of a multi-line value behind the first, which joined the line.
    ///
    /// @param parameter whose value it is
    /// @param use       where it is used
    record Rows(Parameter parameter, Mark use) {}

    Substitution(Scope scope, TracedText text) {
        this.scope = scope;
        this.text = text;
    }

    /// The line with everything from `from` on replaced that can be.
    TracedText run(int from) {
        int at = text.text().indexOf('$', from);
        while (at >= 0) {
            int next = use(at);
            at = next == STOP ? STOP : text.text().indexOf('$', next);
        }
        if (inserted) {
            hideSecrets();
            text = text.withoutComment();
            checkQuotes();
        }
        return text;
    }

    /// What the file itself says has been checked as it was read.
    private void checkQuotes() {
        int unclosed = Quotes.unclosed(text.text());
        if (unclosed >= 0 && !text.markAt(unclosed).isLiteral()) {
            scope.notices().add(scope.notices().at(Problem.UNBALANCED_QUOTE, text, unclosed, 1,
                    "this value has a double quote that is never closed").so("what follows it is left out"));
        }
    }

    /// What is to follow the line, the last to be found first.
    List<Rows> rows() {
        return rows;
    }

    /// @return where to go on, or [#STOP]
    private int use(int at) {
        String line = text.text();
        boolean braced = line.startsWith("{", at + 1);
        int from = braced ? at + 2 : at + 1;
        int end = Names.end(line, from);
        int close = braced ? line.indexOf('}', end) : end;
        if (end == from || close < 0 || (!braced && !Names.isEnd(line, end))) {
            return at + 1;
        }
        String name = line.substring(from, end);
        int to = braced ? close + 1 : end;
        Optional<Parameter> parameter = scope.find(name);
        if (parameter.isPresent()) {
            return close > end ? to : value(parameter.get(), at, to);
        }
        List<String> arguments = new ArrayList<>();
        if (Predefined.has(name)) {
            return arguments(line, end, close, arguments) ? predefined(name, arguments, at, to) : to;
        }
        if (braced && close == end && !Quotes.areAround(line, at)) {
            scope.notices().add(scope.notices().at(Problem.UNDEFINED_PARAMETER, text, at, to - at,
                    "there is no parameter " + name).so("it stays as it is, and its braces end the line"));
        }
        return to;
    }

    /// @return false if they are not blank-separated names and numbers with a blank in front and none behind
    private static boolean arguments(String line, int from, int close, List<String> arguments) {
        int at = from;
        while (at < close) {
            int word = at;
            while (word < close && Blanks.isBlank(line.charAt(word))) {
                word++;
            }
            int end = word;
            while (end < close && (Names.isDigit(line.charAt(end)) || Names.end(line, end) > end)) {
                end++;
            }
            if (word == at || end == word) {
                return false;
            }
            arguments.add(line.substring(word, end));
            at = end;
        }
        return true;
    }

    private int value(Parameter parameter, int at, int to) {
        boolean multiple = parameter.rows().size() > 1;
        if (multiple && to < text.length()) {
            scope.notices().add(scope.notices().at(Problem.VALUE_NOT_LAST, text, at, to - at, "the value of "
                    + parameter.name() + " has several lines, and only the end of a line can be followed by more")
                    .so("it stays as it is"));
            return to;
        }
        Mark around = text.markAt(at);
        int step = parameter.step(scope.snapshot(), around);
        if (scope.snapshot().depth(step) > Scope.MAX_DEPTH) {
            return endless(at, to);
        }
        String first = parameter.rows().get(0);
        if (!fits(parameter.name(), first, at, to) || !count(at, to)) {
            return STOP;
        }
        if (parameter.isCounted() && !around.isLiteral() && step == around.trail()) {
            text = text.replacedAlike(at, to, first);
            return at + first.length();
        }
        // A number that was counted to is no secret, wherever it stands.
        Mark mark = parameter.isCounted() ? text.insertion(at, to, step, around.source(), false)
                : text.insertion(at, to, step, scope.nextSource(), Secrets.isSecretName(parameter.name()));
        if (multiple) {
            rows.add(new Rows(parameter, mark));
        }
        return insert(first, to, mark);
    }

    private int predefined(String name, List<String> arguments, int at, int to) {
        Optional<String> value = scope.predefined().value(name, arguments, text, at, to - at);
        if (value.isEmpty()) {
            return to;
        }
        if (!fits(name, value.get(), at, to) || !count(at, to)) {
            return STOP;
        }
        boolean secret = !arguments.isEmpty() && Secrets.isSecretName(arguments.get(0));
        return insert(value.get(), to,
                text.insertion(at, to, text.markAt(at).trail(), scope.nextSource(), secret));
    }

    private int insert(String value, int to, Mark mark) {
        inserted = true;
        text = text.replaced(to, value, mark);
        return startsWithTilde(value) ? STOP : mark.from();
    }

    private boolean count(int at, int to) {
        if (++replacements > MAX_REPLACEMENTS) {
            endless(at, to);
            return false;
        }
        return scope.budget().takeWork(text);
    }

    private boolean fits(String name, String value, int at, int to) {
        int length = text.length() - (to - at) + value.length();
        if (length <= MAX_LENGTH) {
            return true;
        }
        scope.notices().add(scope.notices().at(Problem.EXPANSION_TOO_LONG, text, at, to - at, "with the value of "
                + name + " the line would have " + length + " bytes, more than the " + MAX_LENGTH + " it can have")
                .so("it stays as it is, and so does the rest of the line"));
        return false;
    }

    private int endless(int at, int to) {
        scope.notices().add(scope.notices().at(Problem.ENDLESS_EXPANSION, text, at, to - at,
                "this value leads to itself, or to more than " + Scope.MAX_DEPTH + " others within one another")
                .so("the line is left out, and the configuration is refused"));
        text.line().giveUp();
        rows.clear();
        text = new TracedText(text.line(), "", List.of(Mark.PHYSICAL));
        return STOP;
    }

    private static boolean startsWithTilde(String value) {
        int at = 0;
        while (at < value.length() && Blanks.isBlank(value.charAt(at))) {
            at++;
        }
        return at < value.length() && value.charAt(at) == '~';
    }

    /// Hides the values of parameters that are called a secret, or stand where only a secret can stand. What is behind
    /// a password keyword within the same value is found out by that keyword wherever it is shown.
    private void hideSecrets() {
        List<Mark> marks = text.marks();
        int secret = marks.size() > 1 ? Secrets.start(text.text()) : text.length();
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            int end = i + 1 < marks.size() ? marks.get(i + 1).from() : text.length();
            boolean placed = mark.from() >= secret && !mark.isLiteral() && !begins(marks, mark.source(), secret);
            if (mark.secret() || placed) {
                scope.notices().hide(text.text().substring(mark.from(), end));
            }
        }
    }

    private static boolean begins(List<Mark> marks, int source, int before) {
        for (Mark mark : marks) {
            if (mark.from() < before && mark.source() == source) {
                return true;
            }
        }
        return false;
    }
}
