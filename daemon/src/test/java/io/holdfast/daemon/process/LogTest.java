package io.holdfast.daemon.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.daemon.process.Log.Severity;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LogTest {
    private static final int QUEUE = 4096;

    @Test
    void closeWritesWhatIsQueued() {
        Stuck sink = new Stuck();
        Log log = new Log(true, sink);
        log.info("one");
        log.detail("two");
        log.error("three");
        sink.release();
        log.close();
        assertThat(sink.texts()).containsExactly("one", "two", "three");
        assertThat(sink.lines).extracting(Log.Line::severity)
                .containsExactly(Severity.INFO, Severity.INFO, Severity.ERROR);
    }

    @Test
    void whatDoesNotFitIsCountedAndTheCountIsLogged() throws InterruptedException {
        Stuck sink = new Stuck();
        Log log = new Log(true, sink);
        log.info("stuck");
        sink.awaitBusy();
        for (int i = 0; i < QUEUE + 3; i++) {
            log.info("line " + i);
        }
        sink.release();
        log.close();
        assertThat(sink.lines.get(1)).returns(Severity.WARNING, Log.Line::severity)
                .returns("3 log lines were lost", Log.Line::text);
        assertThat(sink.lines.getLast().text()).isEqualTo("line " + (QUEUE - 1));
        assertThat(sink.lines).hasSize(QUEUE + 2);
    }

    /// A stuck console must not keep the daemon from ending.
    @Test
    void closeDoesNotWaitForASinkThatIsStuck() throws InterruptedException {
        Stuck sink = new Stuck();
        Log log = new Log(true, sink);
        log.info("stuck");
        sink.awaitBusy();
        log.close();
        assertThat(sink.lines).isEmpty();
        sink.release();
    }

    @Test
    void everySinkHasEveryLine() {
        Stuck one = new Stuck();
        Stuck other = new Stuck();
        one.release();
        other.release();
        Log log = new Log(true, one, other);
        log.warning("both");
        log.close();
        assertThat(one.texts()).containsExactly("both");
        assertThat(other.texts()).containsExactly("both");
    }

    @Test
    void detailIsForThoseWhoAskedForIt() {
        Stuck sink = new Stuck();
        sink.release();
        Log log = new Log(false, sink);
        log.detail("much");
        log.alert("little");
        log.close();
        assertThat(sink.texts()).containsExactly("little");
    }

    /// A sink that holds the log's thread until it is released.
    private static final class Stuck implements Log.Sink {
        private final List<Log.Line> lines = new CopyOnWriteArrayList<>();
        private final CountDownLatch busy = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);

        @Override
        public void write(Log.Line line) {
            busy.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            lines.add(line);
        }

        void awaitBusy() throws InterruptedException {
            assertThat(busy.await(10, TimeUnit.SECONDS)).isTrue();
        }

        void release() {
            released.countDown();
        }

        List<String> texts() {
            return lines.stream().map(Log.Line::text).toList();
        }
    }
}
