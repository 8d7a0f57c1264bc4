package io.holdfast.config.lvs;

import io.holdfast.config.lvs.ServerWalk.Candidate;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Keyword;
import io.holdfast.health.CheckSpec;
import io.holdfast.lvs.AlertSpec;
import io.holdfast.lvs.Endpoint;
import io.holdfast.lvs.RealServerSpec;
import io.holdfast.supervise.ServicesSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Completes the real servers of one virtual server: what they do not say, that says (15.5, 15.6).
final class RealServerAssembly {
    private static final Duration USUAL_DELAY_LOOP = Duration.ofSeconds(60);
    private static final Duration USUAL_CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final ServerTables tables;
    private final Context context;
    private final boolean alpha;
    private final boolean inhibit;
    private final boolean smtpAlert;
    private final CheckDefaults defaults;

    RealServerAssembly(Draft virtualServer, ServerTables tables, Context context) {
        this.tables = tables;
        this.context = context;
        ServicesSpec global = context.global();
        alpha = virtualServer.has(VirtualServerKeywords.ALPHA);
        smtpAlert = global.mail().alerts().checkers().orElse(true);
        inhibit = virtualServer.has(VirtualServerKeywords.INHIBIT_ON_FAILURE);
        Duration delayLoop = virtualServer.value(VirtualServerKeywords.DELAY_LOOP, USUAL_DELAY_LOOP);
        Optional<String> virtualHost = virtualServer.value(VirtualServerKeywords.VIRTUALHOST);
        defaults = new CheckDefaults(virtualServer.value(VirtualServerKeywords.RETRY),
                virtualServer.value(VirtualServerKeywords.DELAY_BEFORE_RETRY),
                virtualServer.value(VirtualServerKeywords.WARMUP), delayLoop, delayLoop,
                virtualServer.value(VirtualServerKeywords.CONNECT_TIMEOUT, USUAL_CONNECT_TIMEOUT), alpha,
                global.ipvs().logFailures(), virtualHost, virtualHost);
    }

    /// @param server with method, and the port it really has
    RealServerSpec spec(Candidate server, int weight) {
        Draft draft = server.draft();
        String name = "real_server " + server.endpoint();
        AlertSpec alerts = new AlertSpec(context.notification(draft, RealServerKeywords.NOTIFY_UP, name),
                context.notification(draft, RealServerKeywords.NOTIFY_DOWN, name),
                draft.value(RealServerKeywords.SMTP_ALERT, smtpAlert));
        return new RealServerSpec(server.endpoint(), server.method().orElseThrow(), weight,
                new RealServerSpec.Limits(draft.value(RealServerKeywords.UTHRESHOLD, 0L),
                        draft.value(RealServerKeywords.LTHRESHOLD, 0L)),
                draft.value(RealServerKeywords.INHIBIT_ON_FAILURE, inhibit),
                draft.value(RealServerKeywords.ALPHA, alpha), alerts,
                either(draft, RealServerKeywords.VIRTUALHOST, defaults.virtualHost()),
                draft.value(RealServerKeywords.SNMP_NAME), checks(draft, server.endpoint()));
    }

    private List<CheckSpec> checks(Draft draft, Endpoint settled) {
        // What is checked is the server as it was written, even if packets reach it elsewhere.
        Endpoint written = draft.value(RealServerKeywords.ENDPOINT, settled);
        CheckContext about = new CheckContext(context, defaults(draft),
                written.hasPort() ? written : settled);
        List<CheckSpec> checks = new ArrayList<>();
        for (Entry<?> entry : draft.entries()) {
            Optional<CheckKind> kind = tables.kind(entry.keyword());
            if (kind.isPresent() && entry.value() instanceof Draft check) {
                checks.addAll(kind.get().checks(check, about));
            }
        }
        return checks;
    }

    private CheckDefaults defaults(Draft draft) {
        return new CheckDefaults(either(draft, RealServerKeywords.RETRY, defaults.retry()),
                either(draft, RealServerKeywords.DELAY_BEFORE_RETRY, defaults.delayBeforeRetry()),
                either(draft, RealServerKeywords.WARMUP, defaults.warmup()),
                draft.value(RealServerKeywords.DELAY_LOOP, defaults.delayLoop()), defaults.serviceDelayLoop(),
                draft.value(RealServerKeywords.CONNECT_TIMEOUT, defaults.connectTimeout()),
                draft.value(RealServerKeywords.ALPHA, alpha), defaults.logAllFailures(),
                either(draft, RealServerKeywords.VIRTUALHOST, defaults.virtualHost()),
                defaults.serviceVirtualHost());
    }

    private static <T> Optional<T> either(Draft draft, Keyword<T> keyword, Optional<T> inherited) {
        Optional<T> own = draft.value(keyword);
        return own.isPresent() ? own : inherited;
    }
}
