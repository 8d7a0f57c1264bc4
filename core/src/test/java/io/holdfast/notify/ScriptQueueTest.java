package io.holdfast.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.MonoTime;
import io.holdfast.notify.ScriptQueue.Start;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScriptQueueTest {
    private static final NotifyScript A1 = Notices.script("a", 1);
    private static final NotifyScript A2 = Notices.script("a", 2);
    private static final NotifyScript A3 = Notices.script("a", 3);
    private static final NotifyScript B1 = Notices.script("b", 1);

    private final ScriptQueue queue = new ScriptQueue();
    private MonoTime now = MonoTime.ofMicros(1_000_000);

    @Test
    void startsTheNextWhenItsPredecessorHasEnded() {
        queue.post(A1, now);
        queue.post(A2, now);
        Start first = expect(A1);
        expectNothing();
        queue.ended(first.run());
        assertThat(expect(A2).overtaken()).isEmpty();
    }

    @Test
    void objectsDoNotWaitForEachOther() {
        queue.post(A1, now);
        queue.post(B1, now);
        expect(A1);
        expect(B1);
    }

    @Test
    void waitsASecondAtMost() {
        queue.post(A1, now);
        expect(A1);
        queue.post(A2, now);
        MonoTime due = now.plus(ScriptQueue.PATIENCE);
        assertThat(queue.deadline()).contains(due);
        now = new MonoTime(due.nanos() - 1);
        expectNothing();
        now = due;
        assertThat(expect(A2).overtaken()).contains(A1);
    }

    @Test
    void aPredecessorThatHasHadItsSecondIsNotWaitedFor() {
        queue.post(A1, now);
        expect(A1);
        now = now.plus(Duration.ofSeconds(30));
        expectNothing();
        queue.post(A2, now);
        assertThat(expect(A2).overtaken()).contains(A1);
    }

    @Test
    void onlyTheLastOneStartedIsWaitedFor() {
        queue.post(A1, now);
        queue.post(A2, now);
        queue.post(A3, now);
        Start first = expect(A1);
        now = now.plus(ScriptQueue.PATIENCE);
        Start second = expect(A2);
        queue.ended(first.run());
        expectNothing();
        queue.ended(second.run());
        expect(A3);
    }

    @Test
    void atTheStopNobodyWaits() {
        queue.post(A1, now);
        queue.post(A2, now);
        queue.post(A3, now);
        expect(A1);
        queue.stop();
        assertThat(expect(A2).overtaken()).isEmpty();
        expect(A3);
        queue.post(B1, now);
        queue.post(B1, now);
        expect(B1);
        expect(B1);
        expectNothing();
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void asksForNoTimeWhenNothingRuns() {
        queue.post(A1, now);
        queue.ended(expect(A1).run());
        assertThat(queue.deadline()).isEmpty();
        queue.ended(77);
        expectNothing();
    }

    private Start expect(NotifyScript script) {
        Optional<Start> start = queue.next(now);
        assertThat(start.map(Start::script)).contains(script);
        return start.orElseThrow();
    }

    private void expectNothing() {
        assertThat(queue.next(now)).isEmpty();
    }
}
