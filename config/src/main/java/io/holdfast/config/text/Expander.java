package io.holdfast.config.text;

import io.holdfast.config.finding.Blanks;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.host.Source;
import java.util.List;
import java.util.Optional;

/// What becomes of one line: steps 2 to 8 of section 7. The rows of a value and the turns of a sequence go through the
/// same steps, which is where this calls itself, bounded by [Scope#MAX_DEPTH].
final class Expander {
    private final Source source;
    private final OpenFiles files;
    private final Scope scope;
    private final String configId;
    private Optional<Definition> definition = Optional.empty();
    /// Turns and rows of values that are still to come while a line is looked at.
    private int waiting;

    Expander(Source source, OpenFiles files, Scope scope, String configId) {
        this.source = source;
        this.files = files;
        this.scope = scope;
        this.configId = configId;
    }

    void expand(TracedText text, int start) {
        if (definition.isPresent()) {
            extend(definition.get(), text.text().substring(Math.min(start, text.length())));
            return;
        }
        TracedText line = text;
        int from = text.line().isGivenUp() ? text.length() : start;
        while (from < line.length() && scope.budget().takeWork(line)) {
            from = condition(line, from);
            if (from == line.length() || defines(line, from) || repeats(line, from)) {
                return;
            }
            if (line.text().charAt(from) == '~' || line.text().indexOf('$', from) < 0) {
                from = statement(line, from);
            } else {
                Substitution substitution = new Substitution(scope, line);
                line = substitution.run(from);
                List<Substitution.Rows> rows = substitution.rows();
                if (rows.isEmpty()) {
                    from = statement(line, line.skipBlanks(from));
                } else {
                    withRows(line, from, rows);
                    return;
                }
            }
        }
    }

    /// Completes the line, and then what follows its first line of each value; the value found last is the inner one.
    private void withRows(TracedText line, int from, List<Substitution.Rows> values) {
        waiting++;
        int next = statement(line, line.skipBlanks(from));
        expand(line, next);
        for (int i = values.size() - 1; i >= 0; i--) {
            Substitution.Rows value = values.get(i);
            List<String> rows = value.parameter().rows();
            for (int row = 1; row < rows.size() && !scope.budget().isExhausted(); row++) {
                waiting -= i == 0 && row == rows.size() - 1 ? 1 : 0;
                expand(TracedText.row(line.line(), rows.get(row), value.use(), row), 0);
            }
        }
    }

    /// `@ID rest`, `@^ID rest` (4): where the rest begins, or the end if the line does not count.
    private int condition(TracedText line, int from) {
        if (line.text().charAt(from) != '@') {
            return from;
        }
        int end = line.wordEnd(from);
        boolean negated = from + 1 < end && line.text().charAt(from + 1) == '^';
        String id = line.text().substring(from + (negated ? 2 : 1), end);
        return id.equals(configId) != negated ? line.skipBlanks(end) : line.length();
    }

    private boolean defines(TracedText line, int from) {
        int value = Definition.value(line, from);
        if (value < 0) {
            return false;
        }
        Definition begun = Definition.begin(line, from, value);
        definition = Optional.of(begun);
        settle(begun);
        return true;
    }

    private void extend(Definition open, String text) {
        open.append(text);
        settle(open);
    }

    private void settle(Definition open) {
        if (!open.isOpen()) {
            scope.define(open.parameter());
            definition = Optional.empty();
        }
    }

    /// Ends a definition that goes on, for want of further lines.
    void endDefinition() {
        if (definition.isPresent()) {
            extend(definition.get(), "");
        }
    }

    boolean isDefining() {
        return definition.isPresent();
    }

    private boolean repeats(TracedText line, int from) {
        if (!TurnsParser.isHeader(line, from)) {
            return false;
        }
        Optional<Turns> turns = TurnsParser.parse(scope, line, from);
        if (turns.isPresent()) {
            repeat(line, from, turns.get());
        }
        return true;
    }

    private void repeat(TracedText line, int from, Turns turns) {
        Mark around = line.markAt(from);
        if (scope.snapshot().depth(around.trail()) >= Scope.MAX_DEPTH) {
            scope.notices().add(scope.notices().at(Problem.ENDLESS_EXPANSION, line, from, line.length() - from,
                    "values and sequences are more than " + Scope.MAX_DEPTH + " deep within one another")
                    .so("the line is left out, and the configuration is refused"));
            line.line().giveUp();
            return;
        }
        String name = line.text().substring(from, Names.end(line.text(), from + 1));
        int definedAt = scope.snapshot().definition(line.line().record(scope.snapshot()), SnapshotWriter.ELSEWHERE,
                name);
        waiting++;
        if (turns instanceof Turns.Sequence sequence) {
            count(line, sequence, around, definedAt);
        } else if (turns instanceof Turns.Listing listing) {
            list(line, listing, around, definedAt);
        }
    }

    private void count(TracedText line, Turns.Sequence turns, Mark around, int definedAt) {
        String variable = turns.variables().get(0);
        long left = (turns.end() - turns.start()) / turns.step();
        for (long value = turns.start(); left >= 0 && !scope.budget().isExhausted(); value += turns.step()) {
            String text = turns.hex() ? Long.toHexString(value) : Long.toString(value);
            int turn = scope.snapshot().step(around.trail(), around.row(), definedAt, variable + "=" + text);
            scope.define(Parameter.turn(variable, text, line.line(), turn, true));
            turn(line.turn(turns.body(), turn), left == 0);
            left--;
        }
    }

    private void list(TracedText line, Turns.Listing turns, Mark around, int definedAt) {
        for (int i = 0; i < turns.values().size() && !scope.budget().isExhausted(); i++) {
            StringBuilder text = new StringBuilder();
            for (int v = 0; v < turns.variables().size(); v++) {
                text.append(v == 0 ? "" : ", ").append(turns.variables().get(v)).append('=')
                        .append(turns.values().get(i).get(v));
            }
            int turn = scope.snapshot().step(around.trail(), around.row(), definedAt, text.toString());
            for (int v = 0; v < turns.variables().size(); v++) {
                scope.define(Parameter.turn(turns.variables().get(v), turns.values().get(i).get(v), line.line(), turn,
                        false));
            }
            turn(line.turn(turns.body(), turn), i == turns.values().size() - 1);
        }
    }

    private void turn(TracedText body, boolean last) {
        waiting -= last ? 1 : 0;
        scope.budget().takeWork(body);
        expand(body, 0);
    }

    /// Steps 7 and 8 for what a line begins with.
    ///
    /// @return where the rest begins
    private int statement(TracedText line, int from) {
        if (from >= line.length()) {
            return line.length();
        }
        int include = IncludeCheck.spelling(line.text(), from, line.length());
        if (include > 0) {
            include(line, from, include);
            return line.length();
        }
        int brace = Quotes.brace(line.text(), from);
        int end = brace == from ? from + 1 : brace;
        int to = end;
        while (Blanks.isBlank(line.text().charAt(to - 1))) {
            to--;
        }
        line.write(scope.snapshot(), from, to);
        setting(line.text(), from, to);
        return line.skipBlanks(end);
    }

    private void include(TracedText line, int from, int length) {
        IncludeCheck flags = files.check().or(IncludeCheck.ofSpelling(line.text(), from, length));
        IncludeLine include = new IncludeLine(scope.notices(), scope.snapshot(), line,
                line.skipBlanks(from + length), flags);
        List<String> paths = include.paths(source, files.directory());
        if (waiting > 0 && !paths.isEmpty() && !line.line().hasLateInclude()) {
            line.line().setLateInclude();
            scope.notices().add(include.finding(Problem.LATE_INCLUDE,
                    "a file included here is read after the rest of the sequence or value around it")
                    .so("variables have their last values by then"));
        }
        files.open(paths, include);
    }

    /// Keywords that say how to read on.
    private void setting(String text, int from, int to) {
        boolean level = text.startsWith("include_check", from);
        if (level || text.startsWith("random_seed", from)) {
            List<Word> words = new Line(0, text.substring(from, to), 0).words();
            if (words.get(0).text().equals("include_check")) {
                files.setCheck(files.check().after(words));
            } else if (words.get(0).text().equals("random_seed")) {
                scope.predefined().seed(words);
            }
        }
    }
}
