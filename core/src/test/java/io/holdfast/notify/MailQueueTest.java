package io.holdfast.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.MonoTime;
import io.holdfast.notify.MailQueue.Waiting;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MailQueueTest {
    private final MailQueue queue = new MailQueue();
    private MonoTime now = MonoTime.ofMicros(0);

    @Test
    void deliversInOrder() {
        post("a");
        post("b");
        assertThat(take()).isEqualTo("a");
        queue.settled();
        assertThat(take()).isEqualTo("b");
        queue.settled();
        assertThat(queue.deadline()).isEmpty();
        assertThat(queue.take(now)).isEmpty();
    }

    @Test
    void aFailureKeepsAllWaitingLongerEachTimeAndTheirOrder() {
        post("a");
        post("b");
        for (long seconds : new long[] {5, 15, 60, 300, 300}) {
            Waiting taken = queue.take(now).orElseThrow();
            assertThat(taken.mail().subject()).isEqualTo("a");
            assertThat(queue.failed(taken, now)).isEqualTo(Duration.ofSeconds(seconds));
            assertThat(queue.deadline()).contains(now.plus(Duration.ofSeconds(seconds)));
            assertThat(queue.take(now.plus(Duration.ofSeconds(seconds).minusNanos(1)))).isEmpty();
            now = now.plus(Duration.ofSeconds(seconds));
        }
        assertThat(take()).isEqualTo("a");
        queue.settled();
        assertThat(take()).isEqualTo("b");
        assertThat(queue.failed(new Waiting(new Mail("b", ""), now), now)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void anotherServerIsTriedAtOnce() {
        post("a");
        queue.failed(queue.take(now).orElseThrow(), now);
        queue.tryAgain();
        assertThat(take()).isEqualTo("a");
    }

    @Test
    void theOldestMakesRoom() {
        for (int i = 0; i < MailQueue.CAPACITY; i++) {
            assertThat(queue.post(new Mail("m" + i, ""), now)).isZero();
        }
        assertThat(queue.post(new Mail("last", ""), now)).isEqualTo(1);
        assertThat(queue.size()).isEqualTo(MailQueue.CAPACITY);
        assertThat(take()).isEqualTo("m1");
    }

    @Test
    void whatIsTooOldIsGivenUp() {
        post("old");
        now = now.plus(MailQueue.MAX_AGE);
        post("new");
        assertThat(queue.expire(now)).isZero();
        assertThat(queue.expire(now.plus(Duration.ofNanos(1)))).isEqualTo(1);
        assertThat(take()).isEqualTo("new");
    }

    private void post(String subject) {
        assertThat(queue.post(new Mail(subject, ""), now)).isZero();
    }

    private String take() {
        return queue.take(now).orElseThrow().mail().subject();
    }
}
