package io.holdfast.config.text;

import io.holdfast.config.host.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Shell-like file name patterns: `*`, `?`, `[a-z]`, `[!a-z]`, `\` before a plain character, `{one,two}`.
final class Glob {
    /// More alternatives or matches than files are read in all.
    static final int LIMIT = Budget.MAX_FILES + 1;

    private Glob() {}

    /// The alternatives that braces spell out, in order; the pattern itself if it has none; nothing if they are too
    /// many.
    static List<String> alternatives(String pattern) {
        List<String> done = new ArrayList<>();
        List<String> todo = new ArrayList<>(List.of(pattern));
        while (!todo.isEmpty() && done.size() + todo.size() <= LIMIT) {
            String next = todo.remove(0);
            int open = next.indexOf('{');
            int close = open < 0 ? -1 : closing(next, open);
            if (close < 0) {
                done.add(next);
            } else {
                todo.addAll(0, spellOut(next, open, close));
            }
        }
        return todo.isEmpty() ? done : List.of();
    }

    private static int closing(String pattern, int open) {
        int depth = 0;
        for (int i = open; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> spellOut(String pattern, int open, int close) {
        List<String> spelled = new ArrayList<>();
        int depth = 0;
        int from = open + 1;
        for (int i = open + 1; i <= close; i++) {
            char c = pattern.charAt(i);
            if (depth == 0 && (c == ',' || i == close)) {
                spelled.add(pattern.substring(0, open) + pattern.substring(from, i) + pattern.substring(close + 1));
                from = i + 1;
            }
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
        return spelled;
    }

    static boolean isWild(String pattern) {
        return pattern.indexOf('*') >= 0 || pattern.indexOf('?') >= 0 || pattern.indexOf('[') >= 0;
    }

    /// The name that a pattern without wildcards means.
    static String literal(String pattern) {
        int escape = pattern.indexOf('\\');
        if (escape < 0) {
            return pattern;
        }
        StringBuilder name = new StringBuilder(pattern.substring(0, escape));
        for (int i = escape; i < pattern.length(); i++) {
            i += pattern.charAt(i) == '\\' && i + 1 < pattern.length() ? 1 : 0;
            name.append(pattern.charAt(i));
        }
        return name.toString();
    }

    /// The paths that match, sorted.
    static List<String> matches(Source source, String pattern) {
        List<String> found = new ArrayList<>();
        boolean absolute = pattern.startsWith("/");
        List<String> directories = List.of(absolute ? "/" : "");
        String rest = absolute ? pattern.substring(1) : pattern;
        while (!rest.isEmpty()) {
            int slash = rest.indexOf('/');
            String name = slash < 0 ? rest : rest.substring(0, slash);
            rest = slash < 0 ? "" : rest.substring(slash + 1);
            found = step(source, directories, name, slash < 0);
            directories = found;
        }
        Collections.sort(found);
        return found;
    }

    private static List<String> step(Source source, List<String> directories, String name, boolean last) {
        List<String> found = new ArrayList<>();
        for (String directory : directories) {
            if (!isWild(name) && !last) {
                found.add(directory + name + "/");
                continue;
            }
            for (String entry : source.list(directory)) {
                boolean hidden = entry.startsWith(".") && !name.startsWith(".");
                if (!hidden && found.size() < LIMIT && matches(name, entry)) {
                    found.add(directory + entry + (last ? "" : "/"));
                }
            }
        }
        return found;
    }

    /// Whether one name matches one pattern. A star remembers where it stood instead of recursing, so that no
    /// pattern takes more than length times length steps.
    static boolean matches(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int starName = 0;
        while (n < name.length()) {
            int width = p < pattern.length() ? one(pattern, p, name.charAt(n)) : 0;
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                starName = n;
            } else if (width > 0) {
                p += width;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++starName;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /// How many characters of the pattern match this one of the name; 0 if it does not match.
    private static int one(String pattern, int at, char c) {
        char p = pattern.charAt(at);
        if (p == '?') {
            return 1;
        }
        if (p == '\\' && at + 1 < pattern.length()) {
            return pattern.charAt(at + 1) == c ? 2 : 0;
        }
        int end = p == '[' ? pattern.indexOf(']', at + 2) : -1;
        if (end < 0) {
            return p == c ? 1 : 0;
        }
        return inClass(pattern.substring(at + 1, end), c) ? end - at + 1 : 0;
    }

    private static boolean inClass(String set, char c) {
        boolean negated = set.startsWith("!") || set.startsWith("^");
        boolean in = false;
        for (int i = negated ? 1 : 0; i < set.length(); i++) {
            if (i + 2 < set.length() && set.charAt(i + 1) == '-') {
                in |= set.charAt(i) <= c && c <= set.charAt(i + 2);
                i += 2;
            } else {
                in |= set.charAt(i) == c;
            }
        }
        return in != negated;
    }
}
