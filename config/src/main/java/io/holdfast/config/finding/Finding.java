package io.holdfast.config.finding;

import io.holdfast.base.JsonLine;
import java.util.ArrayList;
import java.util.List;

/// One thing worth telling the operator about a configuration. Never contains a secret.
///
/// @param problem     what kind of thing, with its stable code and severity
/// @param file        the file, as it was opened
/// @param line        line number from 1; 0 if the finding concerns no line
/// @param column      column from 1, counted in characters
/// @param excerpt     the line, passwords masked
/// @param underline   where the caret goes: blanks (and the line's tabs), then `^~~`
/// @param word        the word in question, empty if it is none or secret
/// @param trail       where the text came from that the line became, and who included the file; may be empty
/// @param message     what is wrong, one line
/// @param expected    what would have been right; may be empty
/// @param consequence what happens now; may be empty
/// @param hint        a likely cause or cure; may be empty
public record Finding(Problem problem, String file, int line, int column, String excerpt, String underline, String word,
        List<String> trail, String message, String expected, String consequence, String hint) {
    public Finding {
        trail = List.copyOf(trail);
    }

    /// A finding about the words at `origin`.
    public static Finding at(Problem problem, Origin origin, String message) {
        return Excerpt.of(origin, Secrets.start(origin.text())).finding(problem, message, expanded(origin));
    }

    private static List<String> expanded(Origin origin) {
        if (origin.expanded().isEmpty()) {
            return origin.trail();
        }
        List<String> trail = new ArrayList<>(origin.trail());
        trail.add(0, "expanded: " + Secrets.masked(origin.expanded()));
        return trail;
    }

    /// A finding about words that may be a password themselves: nothing from there on is shown.
    public static Finding hiding(Problem problem, Origin origin, String message) {
        return hidingFrom(origin.column(), problem, origin, message);
    }

    /// A finding about the words at `origin` behind which a password may stand.
    public static Finding hidingRest(Problem problem, Origin origin, String message) {
        int rest = Secrets.nextWord(origin.text(), origin.column() + origin.length());
        return hidingFrom(rest, problem, origin, message);
    }

    private static Finding hidingFrom(int column, Problem problem, Origin origin, String message) {
        return Excerpt.of(origin, Math.min(column, Secrets.start(origin.text())))
                .finding(problem, message, origin.trail());
    }

    public Finding expecting(String what) {
        return new Finding(problem, file, line, column, excerpt, underline, word, trail, message, what, consequence,
                hint);
    }

    public Finding so(String what) {
        return new Finding(problem, file, line, column, excerpt, underline, word, trail, message, expected, what, hint);
    }

    public Finding hinting(String what) {
        return new Finding(problem, file, line, column, excerpt, underline, word, trail, message, expected, consequence,
                what);
    }

    /// The same without any word that is not to be shown. The file keeps its name: it can be seen on the disk.
    public Finding without(Hidden hidden) {
        if (hidden.isEmpty()) {
            return this;
        }
        List<String> steps = new ArrayList<>();
        for (String step : trail) {
            steps.add(hidden.masked(step));
        }
        int cut = hidden.start(excerpt);
        boolean cuts = cut < excerpt.length();
        int caret = Math.min(cut, Math.max(0, underline.indexOf('^')));
        return new Finding(problem, file, line, column, cuts ? excerpt.substring(0, cut) + Secrets.MASK : excerpt,
                cuts && underline.length() > cut ? underline.substring(0, caret) + "^" : underline,
                hidden.masked(word), steps, hidden.masked(message), hidden.masked(expected),
                hidden.masked(consequence), hidden.masked(hint));
    }

    public Severity severity() {
        return problem.severity();
    }

    /// `file:line:column`, as editors and compilers write it.
    public String location() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }

    /// The first line of [#text], for a log.
    public String headline() {
        return location() + ": " + severity().label() + ": " + message + " [" + problem.code() + "]";
    }

    /// The finding as it is printed, ending without a line break.
    public String text() {
        StringBuilder text = new StringBuilder(headline());
        if (line > 0) {
            String number = Integer.toString(line);
            String margin = " ".repeat(Math.max(5, number.length()));
            text.append('\n').append(margin.substring(number.length())).append(number).append(" | ").append(excerpt);
            text.append('\n').append(margin).append(" | ").append(underline);
        }
        for (String step : trail) {
            text.append("\n   ").append(step);
        }
        if (!consequence.isEmpty()) {
            text.append("\n   ").append(consequence);
        }
        if (!hint.isEmpty()) {
            text.append("\n   hint: ").append(hint);
        }
        return text.toString();
    }

    /// The finding for programs. What is not known is absent; `line` and `column` if it concerns a whole file.
    public JsonLine json() {
        JsonLine json = new JsonLine().put("code", problem.code()).put("severity", severity().label())
                .put("file", file);
        if (line > 0) {
            json.put("line", line).put("column", column).put("excerpt", excerpt);
        }
        putKnown(json, "word", word);
        if (!trail.isEmpty()) {
            List<JsonLine> steps = new ArrayList<>();
            for (String step : trail) {
                steps.add(new JsonLine().put("step", step));
            }
            json.put("trail", steps);
        }
        json.put("message", message);
        putKnown(json, "expected", expected);
        putKnown(json, "consequence", consequence);
        putKnown(json, "hint", hint);
        return json;
    }

    private static void putKnown(JsonLine json, String name, String value) {
        if (!value.isEmpty()) {
            json.put(name, value);
        }
    }
}
