package io.holdfast.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// A process of a name that no other has, to be tracked: one at a time.
final class Program {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Lab lab;
    private final Path file;
    private Optional<Background> process = Optional.empty();

    Program(Lab lab) {
        this.lab = lab;
        file = lab.directory().resolve("w" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet());
        Command.run("cp", "/bin/sleep", file.toString());
    }

    /// Within the 15 bytes that a command name has.
    String name() {
        return file.getFileName().toString();
    }

    /// The words that start it.
    List<String> command() {
        return List.of(file.toString(), "600");
    }

    void start() {
        process = Optional.of(lab.own(Background.start(command())));
    }

    /// It can no longer be started.
    void uninstall() {
        Command.run("rm", file.toString());
    }

    void kill() {
        process.orElseThrow().handle().destroyForcibly();
    }
}
