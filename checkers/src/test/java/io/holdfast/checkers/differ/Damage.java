package io.holdfast.checkers.differ;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// What happens to files between the tutorial and the machine: lines lost, pasted twice or in the wrong place, words
/// misspelt, braces and quotes forgotten.
final class Damage {
    private static final WordPool POOL = new WordPool();

    private Damage() {}

    static List<String> done(List<String> whole, Random random) {
        List<String> lines = new ArrayList<>(whole);
        for (int i = 1 + random.nextInt(2); i > 0 && !lines.isEmpty(); i--) {
            once(lines, random.nextInt(lines.size()), random);
        }
        return lines;
    }

    private static void once(List<String> lines, int at, Random random) {
        String line = lines.get(at);
        String words = line.strip();
        switch (random.nextInt(12)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(random.nextInt(lines.size()), line);
            case 2 -> lines.add(random.nextInt(lines.size()), lines.remove(at));
            case 3 -> lines.set(at, line.replaceFirst("\\S", "x"));
            case 4 -> lines.set(at, words.endsWith("{") ? line : line + " " + POOL.any(random));
            case 5 -> lines.set(at, words.contains(" ") ? line.replaceFirst("\\s*\\S+$", "") : line);
            case 6 -> lines.set(at, line.replaceFirst("\\S+$", java.util.regex.Matcher.quoteReplacement(
                    POOL.any(random))));
            case 7 -> lines.add(at, "nonsense " + POOL.any(random));
            case 8 -> lines.set(at, line + " \"");
            case 9 -> lines.set(at, line + (random.nextBoolean() ? " # a remark {" : "!remark"));
            case 10 -> lines.add(at, random.nextBoolean() ? "}" : "{");
            default -> lines.set(at, words.endsWith("{") ? line.replace("{", "") : "@" + (random.nextBoolean() ? "main "
                    : "other ") + words);
        }
    }
}
