package io.holdfast.base;

import java.util.List;

/// A JSON object (RFC 8259) on one line, its members in the order they were put in.
public final class JsonLine {
    private final StringBuilder text = new StringBuilder("{");

    /// An object without members.
    public JsonLine() {}

    public JsonLine put(String name, String value) {
        JsonText.quote(name(name), value);
        return this;
    }

    public JsonLine put(String name, long value) {
        name(name).append(value);
        return this;
    }

    public JsonLine put(String name, boolean value) {
        name(name).append(value);
        return this;
    }

    public JsonLine put(String name, List<JsonLine> values) {
        name(name).append('[');
        for (int i = 0; i < values.size(); i++) {
            text.append(i == 0 ? "" : ",").append(values.get(i));
        }
        text.append(']');
        return this;
    }

    public JsonLine putStrings(String name, List<String> values) {
        name(name).append('[');
        for (int i = 0; i < values.size(); i++) {
            JsonText.quote(text.append(i == 0 ? "" : ","), values.get(i));
        }
        text.append(']');
        return this;
    }

    public JsonLine putNumbers(String name, List<Long> values) {
        name(name).append('[');
        for (int i = 0; i < values.size(); i++) {
            text.append(i == 0 ? "" : ",").append(values.get(i));
        }
        text.append(']');
        return this;
    }

    public JsonLine put(String name, JsonLine value) {
        name(name).append(value);
        return this;
    }

    private StringBuilder name(String name) {
        if (text.length() > 1) {
            text.append(',');
        }
        return JsonText.quote(text, name).append(':');
    }

    @Override
    public String toString() {
        return text + "}";
    }
}
