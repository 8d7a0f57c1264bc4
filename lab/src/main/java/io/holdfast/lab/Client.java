package io.holdfast.lab;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A client of a virtual address: a process on a host that asks for echoes without pause and knows its longest wait.
public final class Client implements AutoCloseable {
    private static final Duration TO_ANSWER = Duration.ofSeconds(20);

    private final Background pinger;
    private final Timeline<LogLine> answers;

    private Client(Background pinger) {
        this.pinger = pinger;
        this.answers = pinger.lines();
    }

    /// Starts asking every few milliseconds, and returns once the address has answered.
    public static Client start(Host host, String ip) {
        return start(host, ip, Pinger.PAUSE);
    }

    /// The same with a pause of one's own after each question.
    public static Client start(Host host, String ip, Duration pause) {
        List<String> words = program(Pinger.class, ip, Long.toString(pause.toMillis()));
        Client client = new Client(Background.startMerged(host.namespace().inside(words)));
        client.answers.expect("an answer from " + ip, 0, line -> line.text().equals(Pinger.READY), TO_ANSWER);
        return client;
    }

    /// The longest time between two answers since this was last asked; a wait that goes on is waited out.
    ///
    /// @throws AssertionError if no answer comes for long
    public Duration longestGap() {
        int position = answers.position();
        pinger.tell("gap");
        LogLine line = answers.expect("the longest gap", position, _ -> true, TO_ANSWER);
        return Duration.ofNanos(Long.parseLong(line.text()) * 1000);
    }

    @Override
    public void close() {
        pinger.close();
    }

    /// The words that run a class of the lab in a JVM of its own.
    static List<String> program(Class<?> main, String... arguments) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-Xmx32m", "-cp", classPath(), main.getName()));
        words.addAll(List.of(arguments));
        return words;
    }

    /// Where the pinger's class is: beside this one, whether that was found on a class path or a module path.
    private static String classPath() {
        var source = Objects.requireNonNull(Client.class.getProtectionDomain().getCodeSource());
        return Path.of(URI.create(source.getLocation().toString())).toString();
    }
}
