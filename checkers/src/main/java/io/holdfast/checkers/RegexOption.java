package io.holdfast.checkers;

import java.util.Locale;
import java.util.Optional;

/// How a regular expression is meant: compile options of PCRE2, by the names they have there.
public enum RegexOption {
    ALLOW_EMPTY_CLASS, ALT_BSUX, AUTO_CALLOUT, CASELESS, DOLLAR_ENDONLY, DOTALL, DUPNAMES, EXTENDED, FIRSTLINE,
    MATCH_UNSET_BACKREF, MULTILINE, NEVER_UCP, NEVER_UTF, NO_AUTO_CAPTURE, NO_AUTO_POSSESS, NO_DOTSTAR_ANCHOR,
    NO_START_OPTIMIZE, UCP, UNGREEDY, UTF, NEVER_BACKSLASH_C, ALT_CIRCUMFLEX, ALT_VERBNAMES, USE_OFFSET_LIMIT;

    static Optional<RegexOption> named(String word) {
        for (RegexOption option : values()) {
            if (option.name().toLowerCase(Locale.ROOT).equals(word)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }
}
