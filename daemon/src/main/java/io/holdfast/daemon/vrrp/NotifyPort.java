package io.holdfast.daemon.vrrp;

import io.holdfast.config.host.FilesSource;
import io.holdfast.control.ControlMessage;
import io.holdfast.daemon.notify.Notifications;
import io.holdfast.daemon.notify.NotifyConfig;
import io.holdfast.daemon.notify.Postbox;
import io.holdfast.daemon.process.ControlChannel;
import io.holdfast.daemon.process.Log;
import io.holdfast.daemon.script.Inbox;
import io.holdfast.daemon.script.ScriptRunner;
import io.holdfast.linux.sys.Epoll;
import io.holdfast.notify.Mail;
import io.holdfast.supervise.GlobalSpec;
import java.util.Optional;

/// Notification as the loop sees it: what it tells, and the mails that come back from the thread of scripts on their
/// way to the parent.
final class NotifyPort implements Notifications.Scripts, Postbox, AutoCloseable {
    private final ScriptPort scripts;
    private final Notifications notifications;
    private Optional<Inbox<Mail>> mails = Optional.empty();

    NotifyPort(ScriptPort scripts, Log log) {
        this.scripts = scripts;
        notifications = new Notifications(this, this, log);
    }

    Notifications notifications() {
        return notifications;
    }

    @Override
    public ScriptRunner runner() {
        return scripts.runner();
    }

    /// A configuration takes effect; before its notices.
    ///
    /// @param token what [Epoll#token] answers when mails wait
    void configure(GlobalSpec global, Epoll epoll, long token) {
        boolean unnamed = NotifyConfig.sendsMails(global) && global.routerId().isEmpty();
        NotifyConfig config = NotifyConfig.of(global, unnamed ? FilesSource.nodeName() : "");
        if (config.mails() && mails.isEmpty()) {
            Inbox<Mail> inbox = new Inbox<>();
            epoll.add(inbox.fd(), Epoll.EPOLLIN, token);
            mails = Optional.of(inbox);
        }
        notifications.configure(config);
    }

    @Override
    public void post(Mail mail) {
        mails.orElseThrow().post(mail);
    }

    /// Sends on the mails that wait.
    void forward(ControlChannel parent) {
        if (mails.isEmpty()) {
            return;
        }
        mails.get().beginTurn();
        for (Optional<Mail> mail = mails.get().poll(); mail.isPresent(); mail = mails.get().poll()) {
            parent.send(new ControlMessage.SendMail(mail.get()));
        }
    }

    @Override
    public void close() {
        if (mails.isPresent()) {
            mails.get().close();
        }
    }
}
