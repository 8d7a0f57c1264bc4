package io.holdfast.supervise;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Alert mails (`daemon.md` 5.7).
///
/// @param server         `smtp_server`: host name or address; empty for no mail
/// @param port           its port
/// @param heloName       `smtp_helo_name`; empty for the host name
/// @param from           `notification_email_from`; empty for the user at the host name
/// @param recipients     `notification_email`, as they were written
/// @param connectTimeout `smtp_connect_timeout`, at least a second
/// @param alerts         who mails at all
public record MailSpec(Optional<String> server, int port, Optional<String> heloName, Optional<String> from,
        List<String> recipients, Duration connectTimeout, Alerts alerts) {
    public static final int PORT = 25;
    public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(30);
    public static final MailSpec NONE = new MailSpec(Optional.empty(), PORT, Optional.empty(), Optional.empty(),
            List.of(), CONNECT_TIMEOUT, Alerts.NONE);

    /// @param vrrp     `smtp_alert_vrrp`, else `smtp_alert`: default of instances and groups
    /// @param checkers `smtp_alert_checker`, else `smtp_alert`: default of virtual and real servers
    /// @param faults   not with `no_email_faults`
    /// @param checks   not with `no_checker_emails`: each check and not just the server's state
    public record Alerts(Optional<Boolean> vrrp, Optional<Boolean> checkers, boolean faults, boolean checks) {
        public static final Alerts NONE = new Alerts(Optional.empty(), Optional.empty(), true, true);
    }

    public MailSpec {
        recipients = List.copyOf(recipients);
    }
}
