package io.holdfast.mail;

import io.holdfast.notify.MailCarrier;
import io.holdfast.supervise.MailSpec;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMessage.RecipientType;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/// SMTP as the reference speaks it: HELO, no TLS, no authentication, a connection for each mail. What the message looks
/// like is the library's business.
public final class SmtpCarrier implements MailCarrier {
    private static final int FIRST_PERMANENT_CODE = 500;

    /// For [java.util.ServiceLoader].
    public SmtpCarrier() {}

    @Override
    public Outcome deliver(Letter letter) {
        // The library looks for its parts by way of this thread.
        Thread.currentThread().setContextClassLoader(SmtpCarrier.class.getClassLoader());
        String host = fullName();
        Session session = Session.getInstance(properties(letter.server(), host));
        MimeMessage message;
        try {
            message = message(session, letter, host);
        } catch (MessagingException e) {
            return new Outcome.Refused("the mail cannot be written: " + e.getMessage());
        }
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(message, message.getAllRecipients());
            return new Outcome.Delivered();
        } catch (MessagingException e) {
            return isPermanent(e) ? new Outcome.Refused(reason(e)) : new Outcome.Deferred(reason(e));
        }
    }

    private static Properties properties(MailSpec server, String host) {
        String millis = Long.toString(server.connectTimeout().toMillis());
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", server.server().orElseThrow());
        properties.setProperty("mail.smtp.port", Integer.toString(server.port()));
        properties.setProperty("mail.smtp.localhost", server.heloName().orElse(host));
        properties.setProperty("mail.smtp.ehlo", "false");
        properties.setProperty("mail.smtp.connectiontimeout", millis);
        properties.setProperty("mail.smtp.timeout", millis);
        properties.setProperty("mail.smtp.writetimeout", millis);
        // Whoever of the recipients can have it, has it.
        properties.setProperty("mail.smtp.sendpartial", "true");
        properties.setProperty("mail.mime.address.strict", "false");
        return properties;
    }

    private static MimeMessage message(Session session, Letter letter, String host) throws MessagingException {
        MailSpec server = letter.server();
        var message = new MimeMessage(session);
        message.setFrom(address(server.from().orElse(System.getProperty("user.name") + "@" + host)));
        Address[] recipients = new Address[server.recipients().size()];
        for (int i = 0; i < recipients.length; i++) {
            recipients[i] = address(server.recipients().get(i));
        }
        message.setRecipients(RecipientType.TO, recipients);
        message.setSubject(letter.mail().subject(), StandardCharsets.UTF_8.name());
        message.setText(letter.mail().body() + "\r\n", StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(Instant.now().minus(letter.age())));
        message.saveChanges();
        return message;
    }

    private static Address address(String written) throws AddressException {
        InternetAddress[] addresses = InternetAddress.parse(written, false);
        if (addresses.length != 1) {
            throw new AddressException("not one mail address", written);
        }
        return addresses[0];
    }

    /// With the domain, if that can be found out.
    private static String fullName() {
        try {
            InetAddress self = InetAddress.getLocalHost();
            String canonical = self.getCanonicalHostName();
            return canonical.contains(".") && !canonical.equals(self.getHostAddress()) ? canonical
                    : self.getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    /// Whether the server said with a 5xx code that it never takes this mail (RFC 5321 section 4.2.1).
    private static boolean isPermanent(MessagingException failure) {
        for (Exception next = failure; next != null; next = next instanceof MessagingException messaging
                ? messaging.getNextException() : null) {
            if (code(next) >= FIRST_PERMANENT_CODE) {
                return true;
            }
        }
        return false;
    }

    private static int code(Exception failure) {
        return switch (failure) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> 0;
        };
    }

    private static String reason(MessagingException failure) {
        Exception cause = failure.getNextException();
        String text = String.valueOf(failure.getMessage());
        if (cause != null && !text.contains(String.valueOf(cause.getMessage()))) {
            text += ": " + cause.getMessage();
        }
        return text.strip().replaceAll("\\s+", " ");
    }
}
