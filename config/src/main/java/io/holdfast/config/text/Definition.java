package io.holdfast.config.text;

import io.holdfast.config.finding.Blanks;
import java.util.ArrayList;
import java.util.List;

/// A definition `$NAME=VALUE` whose value may go on on the lines that follow (5.1, 5.2).
final class Definition {
    private final String name;
    private final PhysicalLine where;
    private final boolean inFile;
    private final List<String> rows = new ArrayList<>();
    private boolean open = true;

    private Definition(String name, PhysicalLine where, boolean inFile) {
        this.name = name;
        this.where = where;
        this.inFile = inFile;
    }

    /// Where the value begins if a definition begins at `from`, otherwise -1.
    static int value(TracedText text, int from) {
        if (text.text().charAt(from) != '$') {
            return -1;
        }
        int end = Names.end(text.text(), from + 1);
        boolean defines = end > from + 1 && end < text.length() && text.text().charAt(end) == '=';
        return defines ? text.skipBlanks(end + 1) : -1;
    }

    /// The definition that begins at `from`, its value at `value`.
    static Definition begin(TracedText text, int from, int value) {
        String name = text.text().substring(from + 1, Names.end(text.text(), from + 1));
        Definition definition = new Definition(name, text.line(), text.isExact());
        definition.append(text.text().substring(value));
        return definition;
    }

    /// Whether another line belongs to it.
    boolean isOpen() {
        return open;
    }

    /// Adds a line without its comment and outer blanks. A `\` at its end becomes a line break; without one, or empty,
    /// it is the last.
    void append(String text) {
        open = text.endsWith("\\");
        int end = open ? text.length() - 1 : text.length();
        while (open && end > 0 && Blanks.isBlank(text.charAt(end - 1))) {
            end--;
        }
        if (open || !text.isEmpty() || rows.isEmpty()) {
            rows.add(text.substring(0, end));
        }
    }

    Parameter parameter() {
        return Parameter.defined(name, List.copyOf(rows), where, inFile);
    }
}
