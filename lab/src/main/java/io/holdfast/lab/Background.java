package io.holdfast.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/// A program that runs beside the lab until it is ended. Ended by its own pid, never by name.
public final class Background implements AutoCloseable {
    private final List<String> words;
    private final Process process;

    private Background(List<String> words, Process process) {
        this.words = words;
        this.process = process;
    }

    /// Starts a program, its standard error separate from its output.
    public static Background start(List<String> words) {
        return start(words, new ProcessBuilder(words));
    }

    /// Starts a program whose errors come with its output.
    public static Background startMerged(List<String> words) {
        return start(words, new ProcessBuilder(words).redirectErrorStream(true));
    }

    private static Background start(List<String> words, ProcessBuilder builder) {
        try {
            return new Background(words, builder.start());
        } catch (IOException e) {
            throw new LabException(String.join(" ", words) + ": " + e.getMessage(), e);
        }
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public InputStream output() {
        return process.getInputStream();
    }

    /// The lines of its output, as they come.
    public Timeline<LogLine> lines() {
        return LogLine.follow(reader(process.getInputStream()), words.getFirst());
    }

    /// The lines of its standard error, as they come.
    public Timeline<LogLine> errorLines() {
        return LogLine.follow(reader(process.getErrorStream()), words.getFirst());
    }

    /// Writes a line to its standard input.
    public void tell(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new LabException(words.getFirst() + " no longer listens", e);
        }
    }

    /// Its exit status, if it ends in time.
    public OptionalInt awaitExit(Duration patience) {
        try {
            boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
            return ended ? OptionalInt.of(process.exitValue()) : OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    /// Ends it, and whatever it started.
    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        if (awaitExit(Duration.ofSeconds(3)).isEmpty()) {
            process.destroyForcibly();
            awaitExit(Duration.ofSeconds(3));
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private static BufferedReader reader(InputStream stream) {
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
}
