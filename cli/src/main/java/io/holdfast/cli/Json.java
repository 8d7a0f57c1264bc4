package io.holdfast.cli;

import io.holdfast.base.JsonLine;
import io.holdfast.base.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A value in JSON (RFC 8259), printed with two blanks of indentation. Members keep the order they were put in.
final class Json {
    /// What is printed at a level of indentation.
    private interface Printer {
        void print(StringBuilder out, String indent);
    }

    private final Map<String, Json> members = new LinkedHashMap<>();
    private final Printer printer;

    private Json(Printer printer) {
        this.printer = printer;
    }

    private Json() {
        this.printer = this::printMembers;
    }

    /// An object without members, to put some in.
    static Json object() {
        return new Json();
    }

    static Json of(String value) {
        return new Json((out, _) -> JsonText.quote(out, value));
    }

    static Json of(long value) {
        return new Json((out, _) -> out.append(value));
    }

    static Json of(boolean value) {
        return new Json((out, _) -> out.append(value));
    }

    /// An object that another room wrote, on a line.
    static Json of(JsonLine value) {
        return new Json((out, _) -> out.append(value));
    }

    static Json list(List<Json> elements) {
        List<Json> copy = List.copyOf(elements);
        return new Json((out, indent) -> printElements(out, indent, copy));
    }

    static Json strings(List<String> elements) {
        return list(elements.stream().map(Json::of).toList());
    }

    Json put(String name, Json value) {
        members.put(name, value);
        return this;
    }

    Json put(String name, String value) {
        return put(name, of(value));
    }

    /// The whole value, without a line break at its end.
    String text() {
        StringBuilder out = new StringBuilder();
        printer.print(out, "");
        return out.toString();
    }

    private void printMembers(StringBuilder out, String indent) {
        String separator = "";
        out.append('{');
        for (Map.Entry<String, Json> member : members.entrySet()) {
            out.append(separator).append('\n').append(indent).append("  ");
            JsonText.quote(out, member.getKey());
            out.append(": ");
            member.getValue().printer.print(out, indent + "  ");
            separator = ",";
        }
        out.append(members.isEmpty() ? "" : "\n" + indent).append('}');
    }

    private static void printElements(StringBuilder out, String indent, List<Json> elements) {
        String separator = "";
        out.append('[');
        for (Json element : elements) {
            out.append(separator).append('\n').append(indent).append("  ");
            element.printer.print(out, indent + "  ");
            separator = ",";
        }
        out.append(elements.isEmpty() ? "" : "\n" + indent).append(']');
    }
}
