package io.holdfast.notify;

import io.holdfast.base.MonoTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;

/// Mails on their way to the mail server, one after the other. A server that cannot be reached keeps all of them
/// waiting, longer each time; a mail that it refuses for good is given up alone.
///
/// For one thread.
public final class MailQueue {
    /// How many mails wait at most; a further one displaces the oldest.
    public static final int CAPACITY = 256;
    /// Nobody wants to hear of what is older.
    public static final Duration MAX_AGE = Duration.ofHours(4);
    /// Between one attempt and the next; the last one again and again.
    private static final Duration[] DELAYS = {Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofMinutes(1),
        Duration.ofMinutes(5)};

    /// A mail that waits, and since when.
    public record Waiting(Mail mail, MonoTime since) {}

    private final ArrayDeque<Waiting> mails = new ArrayDeque<>();
    private int failures;
    private MonoTime notBefore = new MonoTime(Long.MIN_VALUE);

    public MailQueue() {}

    /// @return how many were displaced: 0 or 1
    public int post(Mail mail, MonoTime now) {
        mails.add(new Waiting(mail, now));
        if (mails.size() <= CAPACITY) {
            return 0;
        }
        mails.remove();
        return 1;
    }

    /// Gives up what is too old.
    ///
    /// @return how many
    public int expire(MonoTime now) {
        int expired = 0;
        while (!mails.isEmpty() && now.since(mails.element().since()).compareTo(MAX_AGE) > 0) {
            mails.remove();
            expired++;
        }
        return expired;
    }

    /// Takes the mail that is to be delivered now; what came of it is told by one of the next three.
    public Optional<Waiting> take(MonoTime now) {
        return now.isBefore(notBefore) ? Optional.empty() : Optional.ofNullable(mails.poll());
    }

    /// The mail taken is delivered, or refused for good: the server answers.
    public void settled() {
        failures = 0;
        notBefore = new MonoTime(Long.MIN_VALUE);
    }

    /// The mail taken could not be delivered now: it is to be tried again.
    ///
    /// @return how long from now
    public Duration failed(Waiting taken, MonoTime now) {
        mails.addFirst(taken);
        Duration delay = DELAYS[Math.min(failures, DELAYS.length - 1)];
        failures++;
        notBefore = now.plus(delay);
        return delay;
    }

    /// There is another server: nobody knows yet how that one is.
    public void tryAgain() {
        settled();
    }

    /// When [#take] is worth asking; empty if there is no mail.
    public Optional<MonoTime> deadline() {
        return mails.isEmpty() ? Optional.empty() : Optional.of(notBefore);
    }

    public int size() {
        return mails.size();
    }
}
