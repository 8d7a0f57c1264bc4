package io.holdfast.daemon.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.linux.sys.Epoll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailboxTest {
    private static final int PATIENCE_MILLIS = 20_000;

    private record Letter(int sender, int number) {}

    @Test
    void isReadableFromTheFirstMessageUntilItIsOpened() {
        try (Mailbox<String> mailbox = new Mailbox<>(); Epoll epoll = Epoll.open(1)) {
            epoll.add(mailbox.fd(), Epoll.EPOLLIN, 1);
            assertThat(epoll.await(0)).isZero();
            mailbox.post("a");
            mailbox.post("b");
            assertThat(epoll.await(0)).isEqualTo(1);
            mailbox.open();
            assertThat(epoll.await(0)).isZero();
            assertThat(List.of(mailbox.next(), mailbox.next(), mailbox.next()))
                    .containsExactly(Optional.of("a"), Optional.of("b"), Optional.empty());
        }
    }

    @Test
    void whatIsPostedWhileItIsEmptiedIsAnnouncedAgain() {
        try (Mailbox<String> mailbox = new Mailbox<>(); Epoll epoll = Epoll.open(1)) {
            epoll.add(mailbox.fd(), Epoll.EPOLLIN, 1);
            mailbox.post("a");
            mailbox.open();
            mailbox.post("b");
            assertThat(mailbox.next()).contains("a");
            assertThat(mailbox.next()).contains("b");
            assertThat(epoll.await(0)).isEqualTo(1);
        }
    }

    @Test
    void losesNothingAndKeepsTheOrderOfEachSender() throws InterruptedException {
        int senders = 4;
        int each = 20_000;
        try (Mailbox<Letter> mailbox = new Mailbox<>(); Epoll epoll = Epoll.open(1)) {
            epoll.add(mailbox.fd(), Epoll.EPOLLIN, 1);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < senders; i++) {
                int sender = i;
                threads.add(Thread.ofPlatform().start(() -> {
                    for (int number = 0; number < each; number++) {
                        mailbox.post(new Letter(sender, number));
                    }
                }));
            }
            int[] expected = new int[senders];
            for (int received = 0; received < senders * each;) {
                assertThat(epoll.await(PATIENCE_MILLIS)).as("after %s letters", received).isEqualTo(1);
                mailbox.open();
                for (Optional<Letter> letter = mailbox.next(); letter.isPresent(); letter = mailbox.next()) {
                    assertThat(letter.get().number()).isEqualTo(expected[letter.get().sender()]++);
                    received++;
                }
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(mailbox.next()).isEmpty();
        }
    }
}
