package io.holdfast.config.global;

import io.holdfast.config.table.Block;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.table.Syntax;
import io.holdfast.config.table.Value;
import io.holdfast.config.value.Values;
import io.holdfast.supervise.MailSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Alert mails (`daemon.md` 5.7).
public final class MailKeywords {
    static final Block BLOCK = Block.part();
    private static final Duration LEAST_TIMEOUT = Duration.ofSeconds(1);
    private static final Rows NOT_YET = BLOCK.rows(Effect.ACCEPTED);
    private static final Rows DOES = BLOCK.rows(Effect.EFFECTIVE);

    static final Keyword<String> FROM = DOES.lax("notification_email_from", new MailAddressValue(),
            "Sender of alert mails.");
    static final Keyword<Syntax.Pair<String, Integer>> SERVER = DOES.oneOrTwo("smtp_server", new MailServerValue(),
            Values.lenientInteger(1, 65_535), MailSpec.PORT, "Mail server, and its port if that is not 25.");
    static final Keyword<String> HELO_NAME = DOES.lax("smtp_helo_name", Values.WORD,
            "How this machine introduces itself to the mail server.");
    static final Keyword<Duration> CONNECT_TIMEOUT = DOES.value("smtp_connect_timeout",
            new Timeout(), "How long the mail server may take, at least a second.",
            "stays at its default, 30 s");
    static final Keyword<List<Syntax.Placed<String>>> RECIPIENTS = DOES.names("notification_email",
            new MailAddressValue(),
            "Who gets alert mails.");
    public static final Keyword<Boolean> ALERT = DOES.optional("smtp_alert", Values.BOOL, true,
            "Whether objects send mails that do not say so themselves.");
    public static final Keyword<Boolean> ALERT_VRRP = DOES.optional("smtp_alert_vrrp", Values.BOOL, true,
            "The same for instances and sync groups.");
    static final Keyword<Boolean> ALERT_CHECKER = NOT_YET.optional("smtp_alert_checker", Values.BOOL, true,
            "The same for virtual and real servers.");
    static final Keyword<Boolean> NO_FAULTS = DOES.flag("no_email_faults", "No mail about transitions to FAULT.");
    static final Keyword<Boolean> NO_CHECKER_EMAILS = NOT_YET.optional("no_checker_emails", Values.BOOL, true,
            "Mail only when the state of a real server changes, not for each check.");

    private MailKeywords() {}

    static MailSpec spec(Draft global) {
        var server = global.value(SERVER);
        Duration timeout = global.value(CONNECT_TIMEOUT, MailSpec.CONNECT_TIMEOUT);
        Optional<Boolean> all = global.value(ALERT);
        Optional<Boolean> vrrp = global.value(ALERT_VRRP);
        Optional<Boolean> checker = global.value(ALERT_CHECKER);
        var alerts = new MailSpec.Alerts(vrrp.isPresent() ? vrrp : all, checker.isPresent() ? checker : all,
                !global.has(NO_FAULTS), !global.value(NO_CHECKER_EMAILS, false));
        return new MailSpec(server.isEmpty() ? Optional.empty() : Optional.of(server.get().first()),
                server.isEmpty() ? MailSpec.PORT : server.get().second(), global.value(HELO_NAME),
                global.value(FROM), recipients(global),
                timeout, alerts);
    }

    private static List<String> recipients(Draft global) {
        List<String> recipients = new ArrayList<>();
        for (var list : global.all(RECIPIENTS)) {
            for (Syntax.Placed<String> recipient : list.value()) {
                recipients.add(recipient.value());
            }
        }
        return recipients;
    }

    /// Whole seconds, at least one.
    private record Timeout() implements Value<Duration> {
        @Override
        public String expects() {
            return Values.wholeSeconds(1, 4294).expects();
        }

        @Override
        public Outcome<Duration> read(String text) {
            Outcome<Duration> read = Values.wholeSeconds(0, 4294).read(text);
            boolean none = read.value().isPresent() && read.value().get().isZero();
            return none ? Outcome.corrected(LEAST_TIMEOUT, "1 second is used") : read;
        }
    }
}
