package io.holdfast.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Asks an address for ICMP echoes without end, with a pause in milliseconds after each. A line on its standard input
/// is a question: after the next answer it prints the longest wait since the last question, in microseconds. Run by
/// [Client] in the client's namespace.
public final class Pinger {
    static final String READY = "ready";
    static final Duration PAUSE = Duration.ofMillis(2);

    private static final int PATIENCE_MILLIS = 10;

    private final InetAddress target;
    private final long pauseNanos;
    private long lastAnswer;
    private long longest;

    private Pinger(InetAddress target, long pauseMillis) {
        this.target = target;
        this.pauseNanos = TimeUnit.MILLISECONDS.toNanos(pauseMillis);
    }

    public static void main(String[] arguments) throws IOException {
        Pinger pinger = new Pinger(InetAddress.getByName(arguments[0]), Long.parseLong(arguments[1]));
        while (!pinger.answers()) {
            LockSupport.parkNanos(pinger.pauseNanos);
        }
        System.out.println(READY);
        pinger.lastAnswer = System.nanoTime();
        Thread.ofPlatform().daemon().start(pinger::pingForever);
        pinger.serve();
    }

    private void serve() throws IOException {
        var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (questions.readLine() != null) {
            System.out.println(TimeUnit.NANOSECONDS.toMicros(takeLongest(System.nanoTime())));
        }
    }

    private void pingForever() {
        while (true) {
            if (answers()) {
                answered(System.nanoTime());
            }
            LockSupport.parkNanos(pauseNanos);
        }
    }

    private synchronized void answered(long now) {
        longest = Math.max(longest, now - lastAnswer);
        lastAnswer = now;
        notifyAll();
    }

    /// The next answer ends the wait that was going on when we were asked, so that it counts in full.
    private synchronized long takeLongest(long asked) {
        try {
            while (lastAnswer - asked < 0) {
                wait();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        long result = longest;
        longest = 0;
        return result;
    }

    /// With the right to open raw sockets the JDK sends an ICMP echo; a network that is not there counts as silence.
    private boolean answers() {
        try {
            return target.isReachable(PATIENCE_MILLIS);
        } catch (IOException _) {
            return false;
        }
    }
}
