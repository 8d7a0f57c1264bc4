package io.holdfast.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/// Things seen, in order, by one thread while others wait for what comes: the lines of a log, the packets on a wire.
///
/// A position (how many things had been seen) marks a moment: "from here on" leaves out what came before.
public final class Timeline<T> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final List<T> seen = new ArrayList<>();
    private boolean ended;

    /// Nothing has been seen yet.
    public Timeline() {}

    /// Adds what was just seen and wakes those who wait.
    public void add(T thing) {
        lock.lock();
        try {
            seen.add(thing);
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Nothing more will come; whoever waits is told so at once.
    public void end() {
        lock.lock();
        try {
            ended = true;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// The position after everything seen so far.
    public int position() {
        lock.lock();
        try {
            return seen.size();
        } finally {
            lock.unlock();
        }
    }

    /// What was seen from a position on.
    public List<T> from(int position) {
        lock.lock();
        try {
            return List.copyOf(seen.subList(position, seen.size()));
        } finally {
            lock.unlock();
        }
    }

    public List<T> all() {
        return from(0);
    }

    /// The first thing from a position on that is wanted; empty if it does not come in time.
    public Optional<T> await(int position, Predicate<? super T> wanted, Duration patience) {
        long nanos = patience.toNanos();
        int next = position;
        lock.lock();
        try {
            while (true) {
                for (; next < seen.size(); next++) {
                    if (wanted.test(seen.get(next))) {
                        return Optional.of(seen.get(next));
                    }
                }
                if (ended || nanos <= 0) {
                    return Optional.empty();
                }
                nanos = grown.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until anything follows a position, or patience ends.
    public void awaitGrowth(int position, Duration patience) {
        await(position, _ -> true, patience);
    }

    /// The first thing from a position on that is wanted.
    ///
    /// @throws AssertionError naming what was expected and listing what came instead, if it does not come in time
    public T expect(String what, int position, Predicate<? super T> wanted, Duration patience) {
        return await(position, wanted, patience).orElseThrow(() -> new AssertionError(
                "expected " + what + " within " + patience.toMillis() + " ms, saw" + told(from(position))));
    }

    private static String told(List<?> things) {
        int skipped = Math.max(0, things.size() - 40);
        StringBuilder text = new StringBuilder(things.isEmpty() ? " nothing" : skipped > 0 ? " ... and last" : "");
        for (Object thing : things.subList(skipped, things.size())) {
            text.append("\n    ").append(thing);
        }
        return text.toString();
    }
}
