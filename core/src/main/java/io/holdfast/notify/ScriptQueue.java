package io.holdfast.notify;

import io.holdfast.base.MonoTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Brings the scripts of each object into order (`daemon.md` 4.6): one starts when the one before it has ended, or has
/// been running for a second. Objects do not wait for each other, and at the stop nobody waits.
///
/// ```
///   post, ended, time passes ---> ScriptQueue ---> next(now): Start, until empty
/// ```
///
/// For one thread.
public final class ScriptQueue {
    /// How long a script waits at most for the one before it.
    public static final Duration PATIENCE = Duration.ofSeconds(1);

    /// A script that is to be started now.
    ///
    /// @param run       its number, for [#ended]; from 1
    /// @param overtaken the one before it, if that still runs after a second
    public record Start(long run, NotifyScript script, Optional<NotifyScript> overtaken) {}

    /// A start, and when it has been running for long enough.
    private record Patience(Line line, long run, MonoTime until) {}

    /// The scripts of one object.
    private static final class Line {
        final ArrayDeque<NotifyScript> waiting = new ArrayDeque<>();
        /// The last one started; empty once that has ended.
        Optional<Start> running = Optional.empty();
        MonoTime patienceUntil = new MonoTime(0);
    }

    private final Map<String, Line> lines = new HashMap<>();
    private final Map<Long, String> objects = new HashMap<>();
    /// Objects whose next script may start, as often as they have one; others are passed over.
    private final ArrayDeque<Line> ready = new ArrayDeque<>();
    /// In the order of time, as all wait equally long.
    private final ArrayDeque<Patience> patience = new ArrayDeque<>();
    private long runs;
    private boolean stopping;

    public ScriptQueue() {}

    /// A script is to be run.
    public void post(NotifyScript script, MonoTime now) {
        Line line = lines.computeIfAbsent(script.object(), _ -> new Line());
        line.waiting.add(script);
        if (line.waiting.size() == 1 && mayStart(line, now)) {
            ready.add(line);
        }
    }

    private boolean mayStart(Line line, MonoTime now) {
        return stopping || line.running.isEmpty() || !now.isBefore(line.patienceUntil);
    }

    /// A run has ended; one that is not known any more is no error.
    public void ended(long run) {
        String object = objects.remove(run);
        Line line = object == null ? null : lines.get(object);
        if (line == null || line.running.isEmpty() || line.running.get().run() != run) {
            return;
        }
        line.running = Optional.empty();
        if (line.waiting.isEmpty()) {
            lines.remove(object);
        } else {
            ready.add(line);
        }
    }

    /// From now on nobody waits.
    public void stop() {
        stopping = true;
        for (Line line : lines.values()) {
            if (!line.waiting.isEmpty()) {
                ready.add(line);
            }
        }
    }

    /// The next script to start; to be asked for until there is none.
    public Optional<Start> next(MonoTime now) {
        losePatience(now);
        for (Line line = ready.poll(); line != null; line = ready.poll()) {
            if (!line.waiting.isEmpty() && mayStart(line, now)) {
                return Optional.of(start(line, now));
            }
        }
        return Optional.empty();
    }

    private void losePatience(MonoTime now) {
        for (Patience head = patience.peek(); head != null && !now.isBefore(head.until()); head = patience.peek()) {
            ready.add(patience.remove().line());
        }
    }

    private Start start(Line line, MonoTime now) {
        NotifyScript script = line.waiting.remove();
        Optional<NotifyScript> overtaken = stopping ? Optional.empty() : line.running.map(Start::script);
        Start start = new Start(++runs, script, overtaken);
        line.running = Optional.of(start);
        line.patienceUntil = now.plus(PATIENCE);
        objects.put(start.run(), script.object());
        patience.add(new Patience(line, start.run(), line.patienceUntil));
        if (stopping && !line.waiting.isEmpty()) {
            ready.addFirst(line);
        }
        return start;
    }

    /// When [#next] is to be asked even if nothing happens.
    public Optional<MonoTime> deadline() {
        dropForgone();
        Patience head = patience.peek();
        return head == null ? Optional.empty() : Optional.of(head.until());
    }

    /// Those for whom nobody waits any more.
    private void dropForgone() {
        for (Patience head = patience.peek(); head != null && !isAwaited(head); head = patience.peek()) {
            patience.remove();
        }
    }

    private static boolean isAwaited(Patience head) {
        Optional<Start> running = head.line().running;
        return running.isPresent() && running.get().run() == head.run();
    }

    /// Whether nothing waits to be started.
    public boolean isEmpty() {
        for (Line line : lines.values()) {
            if (!line.waiting.isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
