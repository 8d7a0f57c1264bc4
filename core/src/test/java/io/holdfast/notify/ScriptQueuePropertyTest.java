package io.holdfast.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.MonoTime;
import io.holdfast.notify.ScriptQueue.Start;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Whatever is posted and however long it runs: scripts of an object start in the order they were posted, each once,
/// and none later than its bound: a second after its predecessor started, or when it was posted if that is later.
class ScriptQueuePropertyTest {
    private static final long MILLI = 1_000_000;

    /// One step for each number: an object gets a script, a run ends, or time passes.
    @Property(tries = 2000)
    void keepsOrderAndBound(@ForAll @Size(min = 1, max = 200) List<@IntRange(min = 0, max = 9999) Integer> steps,
            @ForAll @IntRange(min = 0, max = 200) int stopAfter) {
        var world = new World();
        for (int i = 0; i < steps.size(); i++) {
            if (i == stopAfter) {
                world.queue.stop();
                world.stopped = true;
            }
            world.step(steps.get(i));
        }
        world.drain();
        assertThat(world.started).isEqualTo(world.posted);
        assertThat(world.queue.isEmpty()).isTrue();
    }

    private static final class World {
        final ScriptQueue queue = new ScriptQueue();
        final Map<String, List<Integer>> posted = new HashMap<>();
        final Map<String, List<Integer>> started = new HashMap<>();
        final Map<Integer, Long> postedAt = new HashMap<>();
        final Map<String, Long> lastStart = new HashMap<>();
        final List<Start> running = new ArrayList<>();
        long now = 5_000 * MILLI;
        int numbers;
        boolean stopped;

        void step(int draw) {
            switch (draw % 3) {
                case 0 -> post("o" + draw / 3 % 4);
                case 1 -> end(draw);
                default -> pass(draw % 1500 * MILLI);
            }
            startDue();
        }

        private void post(String object) {
            int number = numbers++;
            posted.computeIfAbsent(object, _ -> new ArrayList<>()).add(number);
            postedAt.put(number, now);
            queue.post(Notices.script(object, number), new MonoTime(now));
        }

        private void end(int draw) {
            if (!running.isEmpty()) {
                queue.ended(running.remove(draw % running.size()).run());
            }
        }

        /// As a shell does: never past a deadline without asking.
        private void pass(long nanos) {
            long until = now + nanos;
            for (Optional<MonoTime> due = queue.deadline(); due.isPresent() && due.get().nanos() <= until;
                    due = queue.deadline()) {
                now = Math.max(now, due.get().nanos());
                startDue();
            }
            now = until;
        }

        private void startDue() {
            MonoTime time = new MonoTime(now);
            for (Optional<Start> start = queue.next(time); start.isPresent(); start = queue.next(time)) {
                note(start.get());
            }
        }

        private void note(Start start) {
            String object = start.script().object();
            int number = Integer.parseInt(start.script().command().executable().substring("/etc/s".length()));
            started.computeIfAbsent(object, _ -> new ArrayList<>()).add(number);
            long bound = Math.max(postedAt.getOrDefault(number, 0L),
                    lastStart.getOrDefault(object, 0L) + ScriptQueue.PATIENCE.toNanos());
            assertThat(now).isLessThanOrEqualTo(bound);
            assertThat(stopped && start.overtaken().isPresent()).isFalse();
            lastStart.put(object, now);
            running.add(start);
        }

        void drain() {
            pass(400_000 * MILLI);
        }
    }
}
