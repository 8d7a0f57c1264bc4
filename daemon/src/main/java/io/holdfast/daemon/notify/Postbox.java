package io.holdfast.daemon.notify;

import io.holdfast.notify.Mail;

/// Takes mails that somebody else delivers.
public interface Postbox {
    /// From the thread of scripts.
    void post(Mail mail);
}
