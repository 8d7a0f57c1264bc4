package io.holdfast.checkers;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.lvs.CheckContext;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Keyword;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What the body of a page has to match.
///
/// @param pattern   the expression, as PCRE2 has them
/// @param options   how it is meant
/// @param forbidden a match is a failure
/// @param minOffset first byte at which a match may begin
/// @param maxOffset last byte at which a match may begin; empty for any
/// @param stack     memory for matching; empty for what is usual
public record RegexSpec(String pattern, List<RegexOption> options, boolean forbidden, int minOffset,
        OptionalInt maxOffset, Optional<Stack> stack) {
    private static final List<Keyword<?>> COMPANIONS = List.of(HttpUrl.REGEX_NO_MATCH, HttpUrl.REGEX_OPTIONS,
            HttpUrl.REGEX_MIN_OFFSET, HttpUrl.REGEX_MAX_OFFSET, HttpUrl.REGEX_STACK);

    private static final int MOST_GROUPS = 100;

    /// @param start bytes at the start, above 0
    /// @param most  bytes at most, not below that
    public record Stack(int start, int most) {}

    public RegexSpec {
        options = List.copyOf(options);
    }

    static Optional<RegexSpec> of(Draft url, CheckContext context) {
        Optional<String> pattern = url.value(HttpUrl.REGEX);
        if (pattern.isEmpty()) {
            inert(url, context);
            return Optional.empty();
        }
        judge(url, pattern.get(), context);
        Optional<Integer> most = url.value(HttpUrl.REGEX_MAX_OFFSET);
        return Optional.of(new RegexSpec(pattern.get(), url.value(HttpUrl.REGEX_OPTIONS, List.of()),
                url.has(HttpUrl.REGEX_NO_MATCH), url.value(HttpUrl.REGEX_MIN_OFFSET, 0),
                most.isPresent() ? OptionalInt.of(most.get()) : OptionalInt.empty(), url.value(HttpUrl.REGEX_STACK)));
    }

    /// One that this engine cannot compile is kept: only the check itself can say what it makes of it.
    private static void judge(Draft url, String pattern, CheckContext context) {
        String wrong = "";
        if (groups(pattern) > MOST_GROUPS) {
            wrong = "it has more than " + MOST_GROUPS + " groups";
        } else {
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException e) {
                wrong = e.getDescription();
            }
        }
        if (!wrong.isEmpty()) {
            context.report().add(Problem.BAD_REGEX, url.last(HttpUrl.REGEX).orElseThrow().place(),
                    "this is not a regular expression: " + wrong).so("the page is taken not to match").done();
        }
    }

    /// Each costs stack while it is compiled.
    private static int groups(String pattern) {
        int groups = 0;
        for (int i = 0; i < pattern.length(); i++) {
            groups += pattern.charAt(i) == '(' ? 1 : 0;
        }
        return groups;
    }

    private static void inert(Draft url, CheckContext context) {
        for (Keyword<?> keyword : COMPANIONS) {
            Optional<? extends Entry<?>> entry = url.last(keyword);
            if (entry.isPresent()) {
                context.report().add(Problem.INERT, entry.get().word().place(),
                        keyword.name() + " does nothing without regex").so("it is left out").done();
            }
        }
    }
}
