package io.holdfast.daemon.process;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// The log of a process. Lines are queued and written by a thread of their own, so that a slow console or a stuck
/// syslog daemon never delays a loop; what does not fit the queue is counted and the count is logged.
///
/// Safe for use by many threads.
public final class Log implements AutoCloseable {
    private static final int QUEUED_LINES = 4096;
    private static final long CLOSING_SECONDS = 1;

    /// Syslog severities (RFC 5424 section 6.2.1).
    enum Severity {
        ALERT(1), ERROR(3), WARNING(4), INFO(6);

        final int number;

        Severity(int number) {
            this.number = number;
        }
    }

    record Line(long epochMillis, Severity severity, String text) {}

    /// Where lines end up. Called by the log thread alone.
    interface Sink {
        void write(Line line);
    }

    /// An empty entry is the last.
    private final ArrayBlockingQueue<Optional<Line>> queue = new ArrayBlockingQueue<>(QUEUED_LINES);
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong queued = new AtomicLong();
    /// Guarded by this.
    private long written;
    private final boolean detailed;
    private final Sink[] sinks;
    private final Thread writer;

    Log(boolean detailed, Sink... sinks) {
        this.detailed = detailed;
        this.sinks = sinks;
        this.writer = new Thread(this::writeLines, "log");
        if (sinks.length > 0) {
            writer.setDaemon(true);
            writer.start();
        }
    }

    /// A log that nobody reads.
    public static Log discarding() {
        return new Log(true);
    }

    /// A log that goes where the options say.
    ///
    /// @param ident the name of this process in syslog
    /// @param pid   its process number
    public static Log open(Options options, String ident, long pid) {
        Options.Logging logging = options.logging();
        boolean console = logging.console() && options.foreground();
        Sink[] sinks = new Sink[(console ? 1 : 0) + (logging.syslog() ? 1 : 0)];
        int count = 0;
        if (console) {
            sinks[count++] = new ConsoleSink();
        }
        if (logging.syslog()) {
            sinks[count] = new SyslogSink(logging.facility(), ident, pid);
        }
        return new Log(logging.detail(), sinks);
    }

    /// For `-D` only.
    public void detail(String text) {
        if (detailed) {
            add(Severity.INFO, text);
        }
    }

    public void info(String text) {
        add(Severity.INFO, text);
    }

    public void warning(String text) {
        add(Severity.WARNING, text);
    }

    public void error(String text) {
        add(Severity.ERROR, text);
    }

    public void alert(String text) {
        add(Severity.ALERT, text);
    }

    private void add(Severity severity, String text) {
        if (sinks.length > 0) {
            boolean fits = queue.offer(Optional.of(new Line(System.currentTimeMillis(), severity, text)));
            (fits ? queued : dropped).incrementAndGet();
        }
    }

    private void writeLines() {
        try {
            for (Optional<Line> line = queue.take(); line.isPresent(); line = queue.take()) {
                reportDropped(line.get());
                write(line.get());
                countWritten();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void countWritten() {
        written++;
        notifyAll();
    }

    private void reportDropped(Line before) {
        long lost = dropped.get() == 0 ? 0 : dropped.getAndSet(0);
        if (lost > 0) {
            write(new Line(before.epochMillis(), Severity.WARNING, lost + " log lines were lost"));
        }
    }

    private void write(Line line) {
        for (Sink sink : sinks) {
            sink.write(line);
        }
    }

    /// Waits until what was queued is written, but no longer than a second.
    public synchronized void flush() {
        long all = queued.get();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(CLOSING_SECONDS);
        try {
            for (long left = end - System.nanoTime(); written < all && left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Writes what is queued, but waits no longer than a second for it.
    @Override
    public void close() {
        try {
            if (queue.offer(Optional.empty(), CLOSING_SECONDS, TimeUnit.SECONDS)) {
                writer.join(TimeUnit.SECONDS.toMillis(CLOSING_SECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
