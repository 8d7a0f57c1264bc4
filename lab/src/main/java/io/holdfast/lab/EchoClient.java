package io.holdfast.lab;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A client that sends a datagram to an address each millisecond, and knows which were answered.
public final class EchoClient implements AutoCloseable {
    private static final Duration TO_ANSWER = Duration.ofSeconds(20);

    private final Background server;
    private final Background asking;
    private final Timeline<LogLine> answers;

    /// How many datagrams left, and how many came back.
    public record Count(int sent, int lost) {}

    private EchoClient(Background server, Background asking) {
        this.server = server;
        this.asking = asking;
        this.answers = asking.lines();
    }

    /// Starts who answers, wherever addressed, and who asks.
    public static EchoClient start(Host from, Host to, String ip) {
        Background server = run(to, "serve");
        server.lines().expect("the echo server", 0, line -> line.text().equals(Echo.READY), TO_ANSWER);
        EchoClient client = new EchoClient(server, run(from, "ask", ip));
        client.answers.expect("the echo client", 0, line -> line.text().equals(Echo.READY), TO_ANSWER);
        return client;
    }

    private static Background run(Host host, String... arguments) {
        Stream<String> java = Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx32m", "-cp", classPath(), Echo.class.getName());
        List<String> words = Stream.concat(java, Stream.of(arguments)).toList();
        return Background.startMerged(host.namespace().inside(words));
    }

    /// What was sent so far, after the last of it had time to come back.
    public Count count() {
        int position = answers.position();
        asking.tell("count");
        String[] numbers = answers.expect("the count", position, _ -> true, TO_ANSWER).text().split(" ", -1);
        return new Count(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
    }

    @Override
    public void close() {
        asking.close();
        server.close();
    }

    /// Where the class it runs is: beside this one, whether that was found on a class path or a module path.
    private static String classPath() {
        var source = Objects.requireNonNull(EchoClient.class.getProtectionDomain().getCodeSource());
        return Path.of(URI.create(source.getLocation().toString())).toString();
    }
}
