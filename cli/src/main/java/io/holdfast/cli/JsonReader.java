package io.holdfast.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads one value of JSON (RFC 8259) as a running daemon writes it: objects as maps, arrays as lists, strings, whole
/// numbers as `Long`, `Boolean`.
final class JsonReader {
    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    /// @throws IllegalArgumentException if it is none
    static Object read(String text) {
        JsonReader reader = new JsonReader(text);
        try {
            Object value = reader.value();
            if (reader.at == text.length()) {
                return value;
            }
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new IllegalArgumentException("not JSON: " + text, e);
        }
        throw new IllegalArgumentException("not JSON: " + text);
    }

    private Object value() {
        return switch (text.charAt(at)) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            default -> number();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        for (char next = text.charAt(at++); next != '}' && !closes('}'); next = text.charAt(at++)) {
            String name = string();
            expect(':');
            members.put(name, value());
            if (text.charAt(at) != ',' && text.charAt(at) != '}') {
                throw new IllegalArgumentException("not JSON: " + text);
            }
        }
        return members;
    }

    private List<Object> array() {
        List<Object> elements = new ArrayList<>();
        for (char next = text.charAt(at++); next != ']' && !closes(']'); next = text.charAt(at++)) {
            elements.add(value());
            if (text.charAt(at) != ',' && text.charAt(at) != ']') {
                throw new IllegalArgumentException("not JSON: " + text);
            }
        }
        return elements;
    }

    /// Whether an object or array has no members at all.
    private boolean closes(char end) {
        boolean empty = text.charAt(at) == end && text.charAt(at - 1) != ',';
        at += empty ? 1 : 0;
        return empty;
    }

    private String string() {
        expect('"');
        StringBuilder value = new StringBuilder();
        for (char c = text.charAt(at++); c != '"'; c = text.charAt(at++)) {
            value.append(c == '\\' ? escaped() : c);
        }
        return value.toString();
    }

    private char escaped() {
        char c = text.charAt(at++);
        if (c != 'u') {
            return c;
        }
        at += 4;
        return (char) Integer.parseInt(text, at - 4, at, 16);
    }

    private Object word(String word, boolean value) {
        for (int i = 0; i < word.length(); i++) {
            expect(word.charAt(i));
        }
        return value;
    }

    private Object number() {
        int start = at;
        while (at < text.length() && "-0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return Long.valueOf(text.substring(start, at));
    }

    private void expect(char wanted) {
        if (text.charAt(at++) != wanted) {
            throw new IllegalArgumentException("not JSON: " + text);
        }
    }
}
