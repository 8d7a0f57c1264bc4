package io.holdfast.daemon.script;

import io.holdfast.base.MonoTime;
import io.holdfast.daemon.process.Log;
import io.holdfast.linux.sys.Epoll;
import io.holdfast.linux.sys.MonoClock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// The thread of scripts, and what it waits for: posts of other threads, descriptors, alarms. It begins with the first
/// post, and ends with the process.
///
/// What runs on it may not block: while a task runs, no other script is started or ended.
public final class ScriptLoop {
    private static final int READY_AT_ONCE = 64;
    private static final long POSTS = 0;
    private static final int SLOT_BITS = 32;
    private static final long NANOS_PER_MILLI = 1_000_000;

    /// Hears that a descriptor is ready.
    @FunctionalInterface
    public interface Ready {
        /// @param events of [Epoll]
        void ready(int events);
    }

    private final String name;
    private final Log log;
    private final Inbox<Runnable> posts = new Inbox<>();
    private final Epoll epoll = Epoll.open(READY_AT_ONCE);
    private final List<Optional<Watch>> watches = new ArrayList<>();
    private final ArrayDeque<Integer> free = new ArrayDeque<>();
    private final TreeSet<Alarm> alarms = new TreeSet<>();
    private Optional<Thread> thread = Optional.empty();
    private long sequence;

    /// @param name of the thread
    public ScriptLoop(String name, Log log) {
        this.name = name;
        this.log = log;
        epoll.add(posts.fd(), Epoll.EPOLLIN, POSTS);
    }

    /// Has a task run on the thread, after those posted before. Posts come from one thread, the owner of this object,
    /// and from the tasks themselves.
    public void post(Runnable task) {
        if (thread.isEmpty()) {
            begin();
        }
        posts.post(task);
    }

    /// Whether there ever was anything to do.
    public boolean hasBegun() {
        return thread.isPresent();
    }

    private void begin() {
        Thread started = new Thread(this::run, name);
        started.setDaemon(true);
        thread = Optional.of(started);
        started.start();
    }

    // ---- on the thread

    /// A descriptor that is watched.
    public final class Watch {
        private final int fd;
        private final long token;
        private final Ready ready;

        private Watch(int fd, long token, Ready ready) {
            this.fd = fd;
            this.token = token;
            this.ready = ready;
        }

        /// Before the descriptor is closed.
        public void end() {
            int slot = (int) (token & 0xffff_ffffL);
            if (isCurrent(token)) {
                epoll.remove(fd);
                watches.set(slot - 1, Optional.empty());
                free.add(slot);
            }
        }
    }

    /// Something to be done at a time.
    public final class Alarm implements Comparable<Alarm> {
        private final MonoTime due;
        private final long number;
        private final Runnable task;

        private Alarm(MonoTime due, long number, Runnable task) {
            this.due = due;
            this.number = number;
            this.task = task;
        }

        /// It is not to be done any more.
        public void cancel() {
            alarms.remove(this);
        }

        @Override
        public int compareTo(Alarm other) {
            int order = due.compareTo(other.due);
            return order != 0 ? order : Long.compare(number, other.number);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(number);
        }
    }

    /// Calls `ready` on this thread whenever a descriptor is.
    ///
    /// @param interest of [Epoll]
    public Watch watch(int fd, int interest, Ready ready) {
        if (free.isEmpty()) {
            watches.add(Optional.empty());
            free.add(watches.size());
        }
        int slot = free.remove();
        // The rest of the token tells a late report for the one before in this slot.
        Watch watch = new Watch(fd, (++sequence << SLOT_BITS) | slot, ready);
        watches.set(slot - 1, Optional.of(watch));
        epoll.add(fd, interest, watch.token);
        return watch;
    }

    /// Runs a task on this thread at a time, to the millisecond.
    public Alarm at(MonoTime due, Runnable task) {
        Alarm alarm = new Alarm(due, ++sequence, task);
        alarms.add(alarm);
        return alarm;
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            turn();
        }
    }

    private void turn() {
        int ready = epoll.await(untilNextAlarm());
        for (int i = 0; i < ready; i++) {
            long token = epoll.token(i);
            if (token == POSTS) {
                runPosts();
            } else if (isCurrent(token)) {
                Watch watch = watches.get((int) (token & 0xffff_ffffL) - 1).orElseThrow();
                int events = epoll.events(i);
                guarded(() -> watch.ready.ready(events));
            }
        }
        runAlarms(MonoClock.now());
    }

    private long untilNextAlarm() {
        if (alarms.isEmpty()) {
            return -1;
        }
        long nanos = alarms.first().due.nanos() - MonoClock.now().nanos();
        return nanos <= 0 ? 0 : (nanos + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI;
    }

    private boolean isCurrent(long token) {
        Optional<Watch> watch = watches.get((int) (token & 0xffff_ffffL) - 1);
        return watch.isPresent() && watch.get().token == token;
    }

    private void runPosts() {
        posts.beginTurn();
        for (Optional<Runnable> task = posts.poll(); task.isPresent(); task = posts.poll()) {
            guarded(task.get());
        }
    }

    private void runAlarms(MonoTime now) {
        while (!alarms.isEmpty() && !alarms.first().due.isAfter(now)) {
            guarded(alarms.pollFirst().task);
        }
    }

    /// A fault of ours in one script keeps neither the others nor the elections from going on.
    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            log.error("the thread of scripts: " + e);
        }
    }
}
