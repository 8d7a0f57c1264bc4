package io.holdfast.lab;

import java.time.Duration;
import java.util.List;

/// A client of a virtual address that counts the echoes it asks for in vain: a process on a host.
public final class EchoClient implements AutoCloseable {
    private static final Duration TO_ANSWER = Duration.ofSeconds(20);

    private final Background echoes;
    private final Timeline<LogLine> answers;

    private EchoClient(Background echoes) {
        this.echoes = echoes;
        this.answers = echoes.lines();
    }

    /// @param asked how many echoes were asked for
    /// @param lost  how many of them were never answered
    public record Count(long asked, long lost) {}

    /// Starts asking for an echo each millisecond.
    public static EchoClient start(Host host, String ip) {
        return new EchoClient(Background.startMerged(
                host.namespace().inside(Client.program(Echoes.class, ip))));
    }

    /// The counts since the start.
    public Count count() {
        int position = answers.position();
        echoes.tell("count");
        List<String> numbers = List.of(
                answers.expect("the counts", position, _ -> true, TO_ANSWER).text().split(" ", -1));
        return new Count(Long.parseLong(numbers.get(0)), Long.parseLong(numbers.get(1)));
    }

    @Override
    public void close() {
        echoes.close();
    }
}
