package io.holdfast.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The lines of an answer that belong together, as one JSON value: the last line, with the others as arrays in it.
final class Collected {
    private final Map<String, List<String>> arrays = new LinkedHashMap<>();

    /// @param names of the arrays, which are there even if they stay empty
    Collected(String... names) {
        for (String name : names) {
            arrays.put(name, new ArrayList<>());
        }
    }

    void add(String name, String line) {
        arrays.computeIfAbsent(name, _ -> new ArrayList<>()).add(line);
    }

    /// @param last an object that is not empty
    String json(String last) {
        StringBuilder json = new StringBuilder(last).deleteCharAt(last.length() - 1);
        for (Map.Entry<String, List<String>> array : arrays.entrySet()) {
            json.append(",\"").append(array.getKey()).append("\":[").append(String.join(",", array.getValue()))
                    .append(']');
        }
        return json.append('}').toString();
    }
}
