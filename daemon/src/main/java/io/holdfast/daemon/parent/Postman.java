package io.holdfast.daemon.parent;

import io.holdfast.base.MonoTime;
import io.holdfast.daemon.process.Log;
import io.holdfast.linux.sys.MonoClock;
import io.holdfast.notify.Mail;
import io.holdfast.notify.MailCarrier;
import io.holdfast.notify.MailCarrier.Letter;
import io.holdfast.notify.MailCarrier.Outcome;
import io.holdfast.notify.MailQueue;
import io.holdfast.notify.MailQueue.Waiting;
import io.holdfast.supervise.MailSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Delivers alert mails on a thread of its own, which begins with the first one. A server that does not answer delays
/// nothing but mails.
///
/// Safe for use by many threads.
final class Postman {
    /// Between one complaint about mails that are given up and the next.
    private static final Duration QUIET = Duration.ofSeconds(10);

    /// Where what delivers mails comes from. A class and not a lambda, which would cost the start its first one.
    record Library(Path folder) implements Source {
        @Override
        public MailCarrier carrier() {
            return MailLibrary.load(folder);
        }
    }

    /// Is asked once, when there is a mail, on the thread that delivers.
    interface Source {
        MailCarrier carrier();
    }

    private final Source library;
    private final Log log;
    // All below guarded by this.
    private final MailQueue queue = new MailQueue();
    private MailSpec server = MailSpec.NONE;
    private Optional<Thread> thread = Optional.empty();
    private boolean closing;
    private boolean underWay;
    private long givenUp;
    private MonoTime complainFrom = new MonoTime(Long.MIN_VALUE);

    Postman(Source library, Log log) {
        this.library = library;
        this.log = log;
    }

    /// Where mails go from now on, also those that wait.
    synchronized void configure(MailSpec next) {
        if (!next.equals(server)) {
            server = next;
            queue.tryAgain();
            notifyAll();
        }
    }

    synchronized void post(Mail mail) {
        givenUp += queue.post(mail, MonoClock.now());
        if (thread.isEmpty()) {
            thread = Optional.of(Thread.ofPlatform().name("mail").daemon().start(this::work));
        }
        notifyAll();
    }

    /// Tries each mail that waits once more, as long as the window lasts.
    synchronized void close(Duration window) {
        closing = true;
        queue.tryAgain();
        notifyAll();
        MonoTime end = MonoClock.now().plus(window);
        try {
            boolean inTime = true;
            while (inTime && thread.isPresent() && (underWay || queue.size() > 0)) {
                inTime = await(Optional.of(end));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        int left = queue.size() + (underWay ? 1 : 0);
        if (left > 0) {
            log.warning(count(left) + " not delivered before the end");
        }
    }

    /// @return false if there is no time left
    private boolean await(Optional<MonoTime> until) throws InterruptedException {
        long nanos = until.isEmpty() ? Long.MAX_VALUE : until.get().nanos() - MonoClock.now().nanos();
        if (nanos <= 0) {
            return false;
        }
        TimeUnit.NANOSECONDS.timedWait(this, nanos);
        return true;
    }

    private void work() {
        MailCarrier carrier = library.carrier();
        try {
            while (true) {
                Waiting mail = next();
                Outcome outcome;
                try {
                    outcome = carrier.deliver(letter(mail));
                } catch (RuntimeException | LinkageError e) {
                    outcome = new Outcome.Refused("the mail library fails: " + e);
                }
                settle(mail, outcome);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Letter letter(Waiting mail) {
        return new Letter(server, mail.mail(), MonoClock.now().since(mail.since()));
    }

    private synchronized Waiting next() throws InterruptedException {
        while (true) {
            MonoTime now = MonoClock.now();
            givenUp += queue.expire(now);
            complain(now);
            Optional<Waiting> mail = hasServer() ? queue.take(now) : Optional.empty();
            if (mail.isPresent()) {
                underWay = true;
                return mail.get();
            }
            await(hasServer() ? queue.deadline() : Optional.empty());
        }
    }

    private boolean hasServer() {
        return server.server().isPresent() && !server.recipients().isEmpty();
    }

    private void complain(MonoTime now) {
        if (givenUp > 0 && !now.isBefore(complainFrom)) {
            log.warning(count(givenUp) + " given up");
            givenUp = 0;
            complainFrom = now.plus(QUIET);
        }
    }

    private static String count(long mails) {
        return mails + (mails == 1 ? " alert mail" : " alert mails");
    }

    private synchronized void settle(Waiting mail, Outcome outcome) {
        underWay = false;
        switch (outcome) {
            case Outcome.Delivered _ -> {
                queue.settled();
                log.detail("alert mail delivered: " + mail.mail().subject());
            }
            case Outcome.Refused(String why) -> {
                queue.settled();
                refused(mail, why);
            }
            case Outcome.Deferred(String why) -> {
                Duration delay = queue.failed(mail, MonoClock.now());
                log.warning("alert mail not delivered to " + server.server().orElse("") + ": " + why
                        + (closing ? "" : "; trying again in " + delay.toSeconds() + " s"));
                if (closing) {
                    thread = Optional.empty();
                }
            }
        }
        notifyAll();
    }

    private void refused(Waiting mail, String why) {
        MonoTime now = MonoClock.now();
        if (now.isBefore(complainFrom)) {
            givenUp++;
        } else {
            log.warning("alert mail refused: " + mail.mail().subject() + ": " + why);
            complainFrom = now.plus(QUIET);
        }
    }
}
