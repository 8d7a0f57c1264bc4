package io.holdfast.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Asks an address for an ICMP echo each millisecond and counts those that were never answered, however late an answer
/// is on a busy machine. A line on its standard input is a question, answered by the numbers asked and lost so far. Run
/// by [EchoClient] in the client's namespace.
public final class Echoes {
    /// The JDK sends a single echo within a second, so what is not answered by then is lost.
    private static final int PATIENCE_MILLIS = 1_000;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final InetAddress target;
    private long asked;
    private long lost;

    private Echoes(InetAddress target) {
        this.target = target;
    }

    public static void main(String[] arguments) throws IOException {
        Echoes echoes = new Echoes(InetAddress.getByName(arguments[0]));
        Thread.ofPlatform().daemon().start(echoes::askForever);
        var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (questions.readLine() != null) {
            System.out.println(echoes.counts());
        }
    }

    private void askForever() {
        while (true) {
            count(answers());
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private synchronized void count(boolean answered) {
        asked++;
        lost += answered ? 0 : 1;
    }

    private synchronized String counts() {
        return asked + " " + lost;
    }

    private boolean answers() {
        try {
            return target.isReachable(PATIENCE_MILLIS);
        } catch (IOException _) {
            return false;
        }
    }
}
