package io.holdfast.daemon.notify;

import io.holdfast.notify.PipeSpec;
import io.holdfast.notify.PipesSpec;
import io.holdfast.supervise.GlobalSpec;
import io.holdfast.supervise.MailSpec;
import java.util.ArrayList;
import java.util.List;

/// How the VRRP process tells operators what happened.
///
/// @param pipes    that it writes to, the one for everything first
/// @param mails    whether there is a mail server, and somebody who gets mail
/// @param faults   whether mails are sent about transitions to FAULT
/// @param routerId how this machine calls itself
public record NotifyConfig(List<PipeSpec> pipes, boolean mails, boolean faults, String routerId) {
    /// Nobody is told.
    static final NotifyConfig NONE = new NotifyConfig(List.of(), false, true, "");

    public NotifyConfig {
        pipes = List.copyOf(pipes);
    }

    /// @param nodeName how this machine is called if the configuration does not say
    public static NotifyConfig of(GlobalSpec global, String nodeName) {
        PipesSpec configured = global.services().pipes();
        List<PipeSpec> pipes = new ArrayList<>(2);
        configured.every().ifPresent(pipes::add);
        configured.vrrp().ifPresent(pipes::add);
        MailSpec mail = global.services().mail();
        return new NotifyConfig(pipes, mail.server().isPresent() && !mail.recipients().isEmpty(),
                mail.alerts().faults(), global.routerId().orElse(nodeName));
    }
}
