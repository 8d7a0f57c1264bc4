package io.holdfast.checkers;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.lvs.CheckContext;
import io.holdfast.config.table.Block;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Repetition;
import io.holdfast.config.table.Rows;
import io.holdfast.config.table.Value;
import io.holdfast.config.value.NamePhrase;
import io.holdfast.config.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A page to fetch, and what is expected of it (2.3).
///
/// @param path         what is asked for
/// @param hosts        of whom
/// @param statuses     status codes that are fine
/// @param digest       MD5 of the body, 32 hexadecimal digits in lower case; empty for any
/// @param regex        what the body has to match; empty for nothing
/// @param tlsCompliant whether TLS says goodbye
public record HttpUrl(String path, Hosts hosts, List<StatusRange> statuses, Optional<String> digest,
        Optional<RegexSpec> regex, boolean tlsCompliant) {
    static final Block HTTP = Block.plain("url");
    private static final Rows NOT_YET = HTTP.rows(Effect.ACCEPTED);
    private static final Rows REPLACED = HTTP.rows(Effect.ACCEPTED, Repetition.REPLACES);
    private static final Rows ONCE = HTTP.rows(Effect.ACCEPTED, Repetition.FIRST_KEPT);

    private static final Keyword<String> PATH = REPLACED.value("path",
            new NamePhrase("the path of a page", Integer.MAX_VALUE), "What to ask for.");
    private static final Keyword<String> DIGEST = ONCE.value("digest", new DigestValue(), "MD5 of the body.");
    private static final Keyword<List<StatusRange>> STATUS_CODE = NOT_YET.laxPhrase("status_code",
            new StatusPhrase(), "Status codes that are fine.");
    private static final Keyword<String> VIRTUALHOST = REPLACED.lax("virtualhost",
            new NamePhrase("a host name", Integer.MAX_VALUE), "Name of the host to ask for.");
    static final Keyword<String> REGEX = NOT_YET.laxPhrase("regex", new RegexPhrase(), "What the body has to match.");
    static final Keyword<Boolean> REGEX_NO_MATCH = NOT_YET.flag("regex_no_match", "What the body must not match.");
    static final Keyword<List<RegexOption>> REGEX_OPTIONS = NOT_YET.laxPhrase("regex_options",
            new RegexOptionsPhrase(), "How the expression is meant.");
    static final Keyword<Integer> REGEX_MIN_OFFSET = NOT_YET.value("regex_min_offset",
            Values.lenientInteger(0, Integer.MAX_VALUE), "First byte at which a match may begin.",
            "stays at its default, 0");
    static final Keyword<Integer> REGEX_MAX_OFFSET = NOT_YET.value("regex_max_offset",
            Values.lenientInteger(0, Integer.MAX_VALUE), "Last byte at which a match may begin.",
            "stays at its default, no limit");
    static final Keyword<RegexSpec.Stack> REGEX_STACK = NOT_YET.laxPhrase("regex_stack", new StackPhrase(),
            "Memory for matching, in bytes: at the start and at most.");
    static final Block HTTPS = Block.joined("url", List.of(HTTP));
    private static final Keyword<Boolean> TLS_COMPLIANT = HTTPS.rows(Effect.ACCEPTED).optional("tls_compliant",
            Values.BOOL, true, "Say goodbye when TLS ends.");

    /// Names of the host.
    ///
    /// @param header what the request says; empty for address and port
    /// @param sni    what TLS says, if it says any: a real server's own name is not used for that
    public record Hosts(Optional<String> header, Optional<String> sni) {}

    /// Status codes from one to another, 100 to 599.
    public record StatusRange(int first, int last) {
        static final List<StatusRange> SUCCESS = List.of(new StatusRange(200, 299));
    }

    public HttpUrl {
        statuses = List.copyOf(statuses);
    }

    /// @param inherited who is asked unless the url says it
    static Optional<HttpUrl> spec(Draft draft, Hosts inherited, CheckContext context) {
        Optional<String> path = draft.value(PATH);
        if (path.isEmpty()) {
            context.report().add(Problem.CHECK_LEFT_OUT, draft.header().place(), "url has no path")
                    .so("the url is left out").done();
            return Optional.empty();
        }
        Optional<String> host = draft.value(VIRTUALHOST);
        Hosts hosts = host.isPresent() ? new Hosts(host, host) : inherited;
        List<StatusRange> statuses = new ArrayList<>();
        for (Entry<List<StatusRange>> entry : draft.all(STATUS_CODE)) {
            statuses.addAll(entry.value());
        }
        return Optional.of(new HttpUrl(path.get(), hosts, statuses.isEmpty() ? StatusRange.SUCCESS : statuses,
                draft.value(DIGEST), RegexSpec.of(draft, context), draft.value(TLS_COMPLIANT, false)));
    }

    private record DigestValue() implements Value<String> {
        private static final int LENGTH = 32;
        private static final int HEX = 16;

        @Override
        public String expects() {
            return "an MD5 digest, 32 hexadecimal digits";
        }

        @Override
        public Outcome<String> read(String text) {
            boolean fits = text.length() == LENGTH;
            for (int i = 0; fits && i < LENGTH; i++) {
                fits = text.charAt(i) < 0x80 && Character.digit(text.charAt(i), HEX) >= 0;
            }
            return fits ? Outcome.of(text.toLowerCase(Locale.ROOT)) : Outcome.wrong();
        }
    }
}
