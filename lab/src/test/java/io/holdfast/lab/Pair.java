package io.holdfast.lab;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Who runs on the first node of a scenario, and who on the others.
record Pair(Software first, Software second) {

    static Stream<Pair> all() {
        return Stream.of(Software.values())
                .flatMap(first -> Stream.of(Software.values()).map(second -> new Pair(first, second)));
    }

    /// Why this machine cannot run the pair, if it cannot.
    Optional<String> missing() {
        return first.missing().or(second::missing);
    }

    @Override
    public String toString() {
        return (first + " with " + second).toLowerCase(Locale.ROOT);
    }
}
