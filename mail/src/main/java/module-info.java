/// Alert mails, through a library. Loaded into a layer of its own, by the parent, with the first mail.
module io.holdfast.mail {
    requires io.holdfast.core;
    requires jakarta.mail;
    requires org.eclipse.angus.mail.smtp;
    requires static org.jspecify;

    provides io.holdfast.notify.MailCarrier with io.holdfast.mail.SmtpCarrier;
}
