package io.holdfast.lab;

import java.util.List;
import java.util.stream.Stream;

/// A named network namespace, removed when closed.
public record Namespace(String name) implements AutoCloseable {

    static Namespace create(String name) {
        Command.run("ip", "netns", "add", name);
        Namespace namespace = new Namespace(name);
        namespace.ip("link set lo up");
        return namespace;
    }

    /// Runs commands of `ip` in the namespace, one a line.
    public void ip(String... lines) {
        Command.run(List.of("ip", "-n", name, "-batch", "-"), String.join("\n", lines) + "\n");
    }

    /// The words that run a program in the namespace. The program keeps the pid of the process so started.
    public List<String> inside(List<String> words) {
        return Stream.concat(Stream.of("ip", "netns", "exec", name), words.stream()).toList();
    }

    @Override
    public void close() {
        Command.attempt(List.of("ip", "netns", "del", name), "");
    }
}
