package io.holdfast.checkers;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.lvs.CheckContext;
import io.holdfast.config.lvs.CheckKind;
import io.holdfast.config.lvs.Limits;
import io.holdfast.config.table.Block;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Repetition;
import io.holdfast.config.table.Rows;
import io.holdfast.config.table.Syntax;
import io.holdfast.config.value.Choice;
import io.holdfast.config.value.NamePhrase;
import io.holdfast.config.value.Values;
import io.holdfast.health.CheckSpec;
import io.holdfast.health.CheckTiming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `HTTP_GET` and `SSL_GET` (2.3): pages are as expected.
///
/// @param scheme       with or without TLS
/// @param version      what the request says
/// @param urls         at least one, fetched one after the other
/// @param fastRecovery the pages are fetched without a pause at the start and after a failure
/// @param sendsSni     whether TLS names the host
/// @param tlsCompliant whether TLS says goodbye
public record HttpCheck(Scheme scheme, ConnectionSpec connection, CheckTiming timing, Version version,
        List<HttpUrl> urls, boolean fastRecovery, boolean sendsSni, boolean tlsCompliant) implements TimedCheck {
    private static final Duration USUAL_DELAY = Duration.ofSeconds(3);
    private static final Block HTTP = Block.joined("HTTP_GET", List.of(ConnectionKeywords.BLOCK, TimingKeywords.BLOCK));
    private static final Rows NOT_YET = HTTP.rows(Effect.ACCEPTED);
    private static final Keyword<Long> NB_GET_RETRY = NOT_YET.value("nb_get_retry", Limits.CHECK_RETRY,
            "Old name of retry.");
    private static final Keyword<String> VIRTUALHOST = HTTP.rows(Effect.ACCEPTED, Repetition.REPLACES)
            .lax("virtualhost", new NamePhrase("a host name", Integer.MAX_VALUE), "Name of the host to ask for.");
    private static final Keyword<Version> HTTP_PROTOCOL = NOT_YET.lax("http_protocol",
            new Choice<>(List.of("1.0", "1.0C", "1.0c", "1.1"),
                    List.of(Version.HTTP_10, Version.HTTP_10_CLOSE, Version.HTTP_10_CLOSE, Version.HTTP_11)),
            "Version of HTTP; C adds Connection: close.");
    private static final Keyword<Boolean> ENABLE_SNI = NOT_YET.optional("enable_sni", Values.BOOL, true,
            "Name the host when TLS begins.");
    private static final Keyword<Boolean> FAST_RECOVERY = NOT_YET.optional("fast_recovery", Values.BOOL, true,
            "Fetch all pages without a pause when recovering.");
    private static final Block HTTPS = Block.joined("SSL_GET", List.of(HTTP));
    private static final Keyword<Draft> HTTP_URL = NOT_YET.block("url", new UrlTable(HttpUrl.HTTP),
            "One page to fetch.");
    private static final Keyword<Draft> HTTPS_URL = HTTPS.rows(Effect.ACCEPTED).block("url",
            new UrlTable(HttpUrl.HTTPS), "One page to fetch.");
    private static final Keyword<Boolean> TLS_COMPLIANT = HTTPS.rows(Effect.ACCEPTED).optional("tls_compliant",
            Values.BOOL, true, "Say goodbye when TLS ends.");

    /// With or without TLS.
    public enum Scheme {
        HTTP("HTTP_GET"), HTTPS("SSL_GET");

        private final String keyword;

        Scheme(String keyword) {
            this.keyword = keyword;
        }
    }

    /// What a request says of itself.
    public enum Version {
        HTTP_10, HTTP_10_CLOSE, HTTP_11
    }

    public HttpCheck {
        urls = List.copyOf(urls);
    }

    @Override
    public String kind() {
        return scheme.keyword;
    }

    private record UrlTable(Block block) implements Syntax.BlockTable {}

    static final class Kind extends CheckKind {
        private final Scheme scheme;

        Kind(Scheme scheme) {
            super(scheme.keyword, "The server delivers pages over " + scheme + ".");
            this.scheme = scheme;
        }

        @Override
        public Block block() {
            return scheme == Scheme.HTTP ? HttpCheck.HTTP : HttpCheck.HTTPS;
        }

        @Override
        public List<CheckSpec> checks(Draft draft, CheckContext context) {
            List<HttpUrl> urls = urls(draft, context);
            if (urls.isEmpty()) {
                context.leaveOut(draft, "url");
                return List.of();
            }
            Optional<ConnectionSpec> connection = ConnectionKeywords.spec(draft, context);
            return connection.isEmpty() ? List.of()
                    : List.of(new HttpCheck(scheme, connection.get(), timing(draft, context),
                            draft.value(HTTP_PROTOCOL, Version.HTTP_10), urls, draft.value(FAST_RECOVERY, false),
                            draft.value(ENABLE_SNI, false), draft.value(TLS_COMPLIANT, false)));
        }

        private List<HttpUrl> urls(Draft draft, CheckContext context) {
            Optional<String> own = draft.value(VIRTUALHOST);
            var hosts = new HttpUrl.Hosts(own.isPresent() ? own : context.defaults().virtualHost(),
                    own.isPresent() ? own : context.defaults().serviceVirtualHost());
            List<HttpUrl> urls = new ArrayList<>();
            for (Entry<Draft> entry : draft.all(scheme == Scheme.HTTP ? HTTP_URL : HTTPS_URL)) {
                Optional<HttpUrl> url = HttpUrl.spec(entry.value(), hosts, context);
                if (url.isPresent()) {
                    urls.add(url.get());
                }
            }
            return urls;
        }

        private static CheckTiming timing(Draft draft, CheckContext context) {
            CheckTiming timing = TimingKeywords.timing(draft, context, 1, USUAL_DELAY);
            Optional<Entry<Long>> old = draft.last(NB_GET_RETRY);
            if (old.isEmpty()) {
                return timing;
            }
            Optional<Entry<Long>> retry = draft.last(TimingKeywords.RETRY);
            boolean counts = retry.isEmpty() || retry.get().place().record() < old.get().place().record();
            context.report().add(Problem.OLD_NAME, old.get().word().place(), "nb_get_retry is called retry now")
                    .so(counts ? "it is used" : "retry is used").done();
            return !counts ? timing
                    : new CheckTiming(old.get().value(), timing.delayBeforeRetry(), timing.delayLoop(),
                            timing.warmup(), timing.alpha(), timing.logAllFailures());
        }
    }
}
