package io.holdfast.config.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// "Did you mean": finds what a word that is not known may have been meant for.
public final class Suggestions {
    /// Letters that two words must share at their beginning to be taken for the same.
    private static final int BEGINNING = 6;

    private Suggestions() {}

    /// A hint for an unknown keyword in a block; empty if nothing comes to mind.
    static String keyword(Block root, Block block, String word) {
        String near = nearest(block, word);
        if (!near.isEmpty()) {
            return "did you mean " + near + "?";
        }
        List<String> homes = new ArrayList<>();
        homes(root, word, false, homes, new HashSet<>());
        if (homes.isEmpty()) {
            homes(root, word, true, homes, new HashSet<>());
        }
        if (homes.isEmpty()) {
            return "";
        }
        boolean top = homes.get(0).equals(root.name());
        return top ? word + " belongs at the top level; is a } missing before this line?"
                : word + " belongs in " + String.join(" or ", homes);
    }

    /// A hint for an unknown option of an entry.
    static String option(Block block, String word) {
        String near = nearest(block, word);
        return near.isEmpty() ? "" : "did you mean " + near + "?";
    }

    /// @param lines whether to look into lines of lists as well, where the words of many blocks are options
    private static void homes(Block block, String word, boolean lines, List<String> homes, Set<Block> seen) {
        if (!seen.add(block)) {
            return;
        }
        if (block.find(word).isPresent() && !homes.contains(block.name())) {
            homes.add(block.name());
        }
        for (Block inner : block.inner(lines)) {
            homes(inner, word, lines, homes, seen);
        }
    }

    private static String nearest(Block block, String word) {
        List<String> names = new ArrayList<>();
        for (Keyword<?> keyword : block.keywords()) {
            if (!keyword.name().equals(Rows.LEAD)) {
                names.add(keyword.name());
            }
        }
        return nearest(names, word);
    }

    /// The one of the names that a word is likely to be a slip of; empty if none is.
    public static String nearest(Iterable<String> names, String word) {
        String folded = fold(word);
        int limit = Math.min(3, Math.max(1, word.length() / 3));
        String best = "";
        for (String name : names) {
            int distance = distance(folded, fold(name), limit);
            if (distance <= limit) {
                best = name;
                limit = distance - 1;
            }
        }
        return best.isEmpty() ? completed(names, folded) : best;
    }

    /// `advert_interval` is too far from `advert_int` for a slip of the finger, yet one begins the other.
    private static String completed(Iterable<String> names, String word) {
        for (String name : names) {
            boolean isLong = Math.min(name.length(), word.length()) >= BEGINNING;
            if (isLong && (name.startsWith(word) || word.startsWith(name))) {
                return name;
            }
        }
        return "";
    }

    /// Case and the kind of dash are the commonest slips and cost nothing.
    private static String fold(String word) {
        return word.toLowerCase(Locale.ROOT).replace('-', '_');
    }

    /// Edit distance with transpositions (optimal string alignment), or more than `limit` once that is clear.
    static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }
}
