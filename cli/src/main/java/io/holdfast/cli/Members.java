package io.holdfast.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The members of a JSON object that a daemon wrote. What is missing is empty: it may be of another release.
record Members(Map<?, ?> all) {

    boolean has(String name) {
        return all.containsKey(name);
    }

    String text(String name) {
        return has(name) ? String.valueOf(all.get(name)) : "";
    }

    long number(String name) {
        return all.get(name) instanceof Long value ? value : 0;
    }

    /// Elements of an array that are objects.
    List<Members> objects(String name) {
        List<Members> objects = new ArrayList<>();
        if (all.get(name) instanceof List<?> elements) {
            for (Object element : elements) {
                if (element instanceof Map<?, ?> object) {
                    objects.add(new Members(object));
                }
            }
        }
        return objects;
    }

    /// Elements of an array, as text.
    List<String> texts(String name) {
        return all.get(name) instanceof List<?> elements ? elements.stream().map(String::valueOf).toList() : List.of();
    }

    List<Long> numbers(String name) {
        List<Long> numbers = new ArrayList<>();
        if (all.get(name) instanceof List<?> elements) {
            for (Object element : elements) {
                if (element instanceof Long number) {
                    numbers.add(number);
                }
            }
        }
        return numbers;
    }

    /// An object; one without members if there is none.
    Members object(String name) {
        return new Members(all.get(name) instanceof Map<?, ?> object ? object : Map.of());
    }
}
