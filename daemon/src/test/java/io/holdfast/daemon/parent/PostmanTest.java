package io.holdfast.daemon.parent;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.daemon.process.Log;
import io.holdfast.notify.Mail;
import io.holdfast.notify.MailCarrier;
import io.holdfast.notify.MailCarrier.Letter;
import io.holdfast.notify.MailCarrier.Outcome;
import io.holdfast.supervise.MailSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class PostmanTest {
    private final BlockingQueue<String> tried = new LinkedBlockingQueue<>();
    private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
    private final AtomicInteger loaded = new AtomicInteger();
    private volatile Thread worker = Thread.currentThread();
    private final Postman postman = new Postman(this::load, Log.discarding());

    private MailCarrier load() {
        loaded.incrementAndGet();
        worker = Thread.currentThread();
        return this::deliver;
    }

    private Outcome deliver(Letter letter) {
        tried.add(letter.server().server().orElseThrow() + " " + letter.mail().subject());
        try {
            return outcomes.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theLibraryIsLoadedOnceAndNotBeforeTheFirstMail() throws Exception {
        postman.configure(server("a"));
        assertThat(loaded).hasValue(0);
        deliverTwo();
        assertThat(loaded).hasValue(1);
    }

    private void deliverTwo() throws InterruptedException {
        outcomes.add(new Outcome.Delivered());
        outcomes.add(new Outcome.Delivered());
        postman.post(mail("1"));
        postman.post(mail("2"));
        assertThat(tried.take()).isEqualTo("a 1");
        assertThat(tried.take()).isEqualTo("a 2");
    }

    @Test
    void mailsWaitForAServer() throws Exception {
        outcomes.add(new Outcome.Delivered());
        postman.post(mail("1"));
        assertThat(tried.poll(100, TimeUnit.MILLISECONDS)).isNull();
        postman.configure(server("a"));
        assertThat(tried.take()).isEqualTo("a 1");
    }

    @Test
    void aServerThatFailsIsLeftAloneButAnotherIsTriedAtOnce() throws Exception {
        postman.configure(server("a"));
        outcomes.add(new Outcome.Deferred("not now"));
        postman.post(mail("1"));
        assertThat(tried.take()).isEqualTo("a 1");
        postman.post(mail("2"));
        assertThat(tried.poll(300, TimeUnit.MILLISECONDS)).isNull();
        outcomes.add(new Outcome.Delivered());
        outcomes.add(new Outcome.Delivered());
        postman.configure(server("b"));
        assertThat(tried.take()).isEqualTo("b 1");
        assertThat(tried.take()).isEqualTo("b 2");
    }

    @Test
    void aRefusedMailHoldsUpNoOther() throws Exception {
        postman.configure(server("a"));
        outcomes.add(new Outcome.Refused("never"));
        outcomes.add(new Outcome.Delivered());
        postman.post(mail("1"));
        postman.post(mail("2"));
        assertThat(tried.take()).isEqualTo("a 1");
        assertThat(tried.take()).isEqualTo("a 2");
    }

    @Test
    void theEndTriesWhatWaitsOnceMore() throws Exception {
        postman.configure(server("a"));
        outcomes.add(new Outcome.Deferred("not now"));
        postman.post(mail("1"));
        assertThat(tried.take()).isEqualTo("a 1");
        // Else the failure may come when the end has begun, and is the last attempt.
        while (worker.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        postman.post(mail("2"));
        outcomes.add(new Outcome.Delivered());
        outcomes.add(new Outcome.Delivered());
        postman.close(Duration.ofSeconds(10));
        assertThat(tried).containsExactly("a 1", "a 2");
    }

    @Test
    void theEndDoesNotWaitForAServerThatNeverAnswers() {
        postman.configure(server("a"));
        postman.post(mail("1"));
        long start = System.nanoTime();
        postman.close(Duration.ofMillis(200));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(200),
                Duration.ofSeconds(5));
    }

    @Test
    void withoutMailsTheEndIsImmediate() {
        postman.configure(server("a"));
        postman.close(Duration.ofHours(1));
        assertThat(loaded).hasValue(0);
    }

    private static Mail mail(String subject) {
        return new Mail(subject, "");
    }

    private static MailSpec server(String name) {
        return new MailSpec(Optional.of(name), 25, Optional.empty(), Optional.empty(), List.of("ops@example.net"),
                Duration.ofSeconds(1), MailSpec.Alerts.NONE);
    }
}
