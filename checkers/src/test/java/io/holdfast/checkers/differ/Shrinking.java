package io.holdfast.checkers.differ;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Makes a file as short as it can be while something about it stays.
final class Shrinking {
    private static final int MOST_TRIES = 400;

    private Shrinking() {}

    /// Leaves out runs of lines, long ones first.
    static List<String> of(List<String> lines, Predicate<List<String>> stays) {
        List<String> shortest = lines;
        int tries = 0;
        for (int length = lines.size() / 2; length > 0; length /= 2) {
            int from = 0;
            while (from + length <= shortest.size() && tries++ < MOST_TRIES) {
                List<String> shorter = without(shortest, from, length);
                boolean same = stays.test(shorter);
                shortest = same ? shorter : shortest;
                from += same ? 0 : 1;
            }
        }
        return shortest;
    }

    private static List<String> without(List<String> lines, int from, int length) {
        List<String> rest = new ArrayList<>(lines.subList(0, from));
        rest.addAll(lines.subList(from + length, lines.size()));
        return rest;
    }
}
