package io.holdfast.config.text;

import io.holdfast.config.finding.Blanks;
import java.util.List;

/// Which failures of an include are fatal (3). The effective set is that of the spelling and that of `include_check`
/// together.
///
/// @param flags a set of [#READ], [#MATCH], [#WILDCARD], [#BRACE]
record IncludeCheck(int flags) {
    static final int READ = 1;
    static final int MATCH = 2;
    static final int WILDCARD = 4;
    static final int BRACE = 8;
    static final IncludeCheck NONE = new IncludeCheck(0);
    static final IncludeCheck ALL = new IncludeCheck(READ | MATCH | WILDCARD | BRACE);

    private static final String KEYWORD = "include";

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    IncludeCheck or(IncludeCheck other) {
        return new IncludeCheck(flags | other.flags);
    }

    /// The length of one of the six spellings at `from` if a blank follows it, otherwise 0.
    static int spelling(String line, int from, int to) {
        int end = from + KEYWORD.length();
        if (!line.startsWith(KEYWORD, from) || end >= to) {
            return 0;
        }
        int length = "rmwba".indexOf(line.charAt(end)) >= 0 ? KEYWORD.length() + 1 : KEYWORD.length();
        return from + length < to && Blanks.isBlank(line.charAt(from + length)) ? length : 0;
    }

    /// The flags of a spelling of that length.
    static IncludeCheck ofSpelling(String line, int from, int length) {
        return switch (length == KEYWORD.length() ? ' ' : line.charAt(from + KEYWORD.length())) {
            case 'r' -> new IncludeCheck(READ);
            case 'm' -> new IncludeCheck(READ | MATCH);
            case 'w' -> new IncludeCheck(READ | MATCH | WILDCARD);
            case 'b' -> new IncludeCheck(READ | BRACE);
            case 'a' -> ALL;
            default -> NONE;
        };
    }

    /// The level after the line `include_check WORD...`; words it does not know are the block parser's business.
    IncludeCheck after(List<Word> words) {
        if (words.size() == 1) {
            return ALL;
        }
        int level = flags;
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i).text();
            if (word.startsWith("+")) {
                level |= flag(word.substring(1));
            } else if (word.startsWith("-")) {
                level &= ~flag(word.substring(1));
            } else if (i == 1) {
                level = READ | flag(word);
            }
        }
        return new IncludeCheck(level);
    }

    private static int flag(String word) {
        return switch (word) {
            case "read", "readable" -> READ;
            case "match" -> MATCH;
            case "wildcard_match" -> WILDCARD;
            case "brace_match" -> BRACE;
            default -> 0;
        };
    }
}
