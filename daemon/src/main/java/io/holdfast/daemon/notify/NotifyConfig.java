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

    /// Whether a configuration has mails sent.
    public static boolean sendsMails(GlobalSpec global) {
        MailSpec mail = global.services().mail();
        return mail.server().isPresent() && !mail.recipients().isEmpty();
    }

    /// Without a lambda: the first one would delay the first advertisement.
    ///
    /// @param nodeName how this machine is called if the configuration does not say; only mails tell
    public static NotifyConfig of(GlobalSpec global, String nodeName) {
        PipesSpec configured = global.services().pipes();
        List<PipeSpec> pipes = new ArrayList<>(2);
        if (configured.every().isPresent()) {
            pipes.add(configured.every().get());
        }
        if (configured.vrrp().isPresent()) {
            pipes.add(configured.vrrp().get());
        }
        return new NotifyConfig(pipes, sendsMails(global), global.services().mail().alerts().faults(),
                global.routerId().orElse(nodeName));
    }
}
