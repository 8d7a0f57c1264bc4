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
    /// The same for an option and a longer word, `dev` and `device`.
    private static final int SHORT = 3;

    private Suggestions() {}

    /// A hint for an unknown keyword in a block; empty if nothing comes to mind.
    static String keyword(Block root, Block block, String word) {
        int sign = sign(word);
        if (sign > 0) {
            return signed(root, block, word.substring(0, sign), word.substring(sign));
        }
        String same = folded(block, word);
        String home = same.isEmpty() ? home(root, block, word) : "";
        return home.isEmpty() ? didYouMean(same.isEmpty() ? nearest(block, word) : same) : home;
    }

    private static String didYouMean(String near) {
        return near.isEmpty() ? "" : "did you mean " + near + "?";
    }

    /// `state=MASTER`, `interface:`; what follows the sign may be a password.
    private static String signed(Block root, Block block, String name, String rest) {
        String home = block.find(name).isPresent() ? "" : home(root, name);
        String known = block.find(name).isPresent() || !home.isEmpty() ? name : nearest(block, name);
        if (known.isEmpty()) {
            return "";
        }
        if (isBlock(root, block, known)) {
            return "write " + known + " without the " + rest.charAt(0) + ", and its content between { and }"
                    + (home.isEmpty() ? "" : "; " + home);
        }
        String write = rest.length() == 1 ? "write " + known + " without the " + rest
                : "write " + known + " and its value with a blank between them, not " + rest.charAt(0);
        return home.isEmpty() ? write : write + "; " + home;
    }

    private static boolean isBlock(Block root, Block block, String keyword) {
        Block home = block.find(keyword).isPresent() ? block : homes(root, keyword).get(0);
        Syntax<?> syntax = home.find(keyword).orElseThrow().syntax();
        return syntax instanceof Syntax.Nested || syntax instanceof Syntax.Entries || syntax instanceof Syntax.Names
                || syntax instanceof Syntax.Unit;
    }

    private static int sign(String word) {
        int equals = word.indexOf('=');
        int colon = word.indexOf(':');
        return equals < 0 ? colon : colon < 0 ? equals : Math.min(equals, colon);
    }

    /// Where a keyword belongs, wherever it was met; empty if nowhere.
    static String home(Block root, String word) {
        List<Block> homes = homes(root, word);
        return homes.isEmpty() ? "" : belongs(root, word, homes);
    }

    private static String home(Block root, Block met, String word) {
        List<Block> homes = homes(root, word);
        for (Block home : homes) {
            if (home != met && reaches(home, met, new HashSet<>())) {
                return belongs(root, word, List.of(home)) + "; is a } missing before this line?";
            }
        }
        if (homes.isEmpty()) {
            return "";
        }
        return belongs(root, word, homes) + (met == root ? "; is there a } too many above?" : "");
    }

    private static String belongs(Block root, String word, List<Block> homes) {
        List<String> names = new ArrayList<>();
        for (Block home : homes) {
            String name = home == root ? "at the top level" : "in " + article(home) + home.name();
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        return word + " belongs " + String.join(" or ", names);
    }

    private static String article(Block block) {
        boolean vowel = "aeiou".indexOf(block.name().charAt(0)) >= 0;
        return block.name().indexOf(' ') < 0 ? "" : vowel ? "an " : "a ";
    }

    /// A hint for an unknown option of an entry.
    static String option(Block block, String word) {
        String slip = Slips.hint(word);
        String hint = slip.isEmpty() ? behind(block, word) : slip;
        return hint.isEmpty() ? option(block, word, nearest(block, word)) : hint;
    }

    private static String behind(Block block, String word) {
        if (block.lead().isEmpty() || !(block.lead().get().syntax() instanceof Syntax.One<?> one)) {
            return "";
        }
        String hint = one.value().hintBehind(word);
        boolean another = hint.isEmpty() && one.value().read(word).value().isPresent();
        return another ? word + " needs a line of its own" : hint;
    }

    private static String option(Block block, String word, String near) {
        if (!near.isEmpty()) {
            return didYouMean(near);
        }
        List<String> names = names(block);
        for (String name : names) {
            if (name.length() >= SHORT && word.startsWith(name)) {
                return didYouMean(name);
            }
        }
        return names.isEmpty() ? "" : "an entry may have " + String.join(", ", names);
    }

    private static List<Block> homes(Block root, String word) {
        List<Block> homes = new ArrayList<>();
        homes(root, word, false, homes, new HashSet<>());
        if (homes.isEmpty()) {
            homes(root, word, true, homes, new HashSet<>());
        }
        return homes;
    }

    /// @param lines whether to look into lines of lists as well, where the words of many blocks are options
    private static void homes(Block block, String word, boolean lines, List<Block> homes, Set<Block> seen) {
        if (!seen.add(block)) {
            return;
        }
        if (block.find(word).isPresent()) {
            homes.add(block);
        }
        for (Block inner : block.inner(lines)) {
            homes(inner, word, lines, homes, seen);
        }
    }

    private static boolean reaches(Block from, Block to, Set<Block> seen) {
        if (!seen.add(from)) {
            return false;
        }
        for (Block inner : from.inner(true)) {
            if (inner == to || reaches(inner, to, seen)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> names(Block block) {
        List<String> names = new ArrayList<>();
        for (Keyword<?> keyword : block.keywords()) {
            if (!keyword.name().equals(Rows.LEAD)) {
                names.add(keyword.name());
            }
        }
        return names;
    }

    /// The keyword that is the same but for capitals and dashes.
    private static String folded(Block block, String word) {
        for (String name : names(block)) {
            if (fold(name).equals(fold(word))) {
                return name;
            }
        }
        return "";
    }

    private static String nearest(Block block, String word) {
        return nearest(names(block), word);
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
        // A slip of one letter is surer than anything.
        String longer = !best.isEmpty() && limit <= 0 ? "" : abridged(names, folded);
        return !longer.isEmpty() ? longer : best.isEmpty() ? completed(names, folded) : best;
    }

    /// `unicast_ip` says less than `unicast_src_ip`, in the same order.
    private static String abridged(Iterable<String> names, String word) {
        String[] parts = word.split("_", -1);
        for (String name : names) {
            int found = 0;
            for (String part : name.split("_", -1)) {
                found += found < parts.length && !parts[found].isEmpty() && part.startsWith(parts[found]) ? 1 : 0;
            }
            if (parts.length > 1 && found == parts.length) {
                return name;
            }
        }
        return "";
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
