package io.holdfast.notify;

import io.holdfast.supervise.MailSpec;
import java.time.Duration;

/// Takes a mail to the mail server. Called on a thread that may wait for as long as the server's timeouts allow.
public interface MailCarrier {

    /// A mail with all that it takes to deliver it.
    ///
    /// @param server where to and from whom; with a server and at least one recipient
    /// @param age    how long ago it was written: its date is not that of its delivery
    record Letter(MailSpec server, Mail mail, Duration age) {}

    /// What came of it.
    sealed interface Outcome {
        /// The server has it.
        record Delivered() implements Outcome {}

        /// The server will never take it.
        record Refused(String why) implements Outcome {}

        /// Not now: the server cannot be reached, does not answer, or asks for patience.
        record Deferred(String why) implements Outcome {}
    }

    Outcome deliver(Letter letter);
}
