package io.holdfast.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Programs of the base system, run to their end.
public final class Command {

    /// How a program ended and what it printed, standard output and standard error in one.
    public record Outcome(int status, String output) {}

    private Command() {}

    /// Runs a program that has to succeed and returns what it printed.
    public static String run(String... words) {
        return run(List.of(words), "");
    }

    /// The same with words and standard input given.
    public static String run(List<String> words, String input) {
        Outcome outcome = attempt(words, input);
        if (outcome.status() != 0) {
            throw new LabException(String.join(" ", words) + ": exit " + outcome.status() + ": " + outcome.output());
        }
        return outcome.output();
    }

    /// Runs a program that may fail.
    public static Outcome attempt(List<String> words, String input) {
        try {
            Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException e) {
            throw new LabException(String.join(" ", words) + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while running " + String.join(" ", words), e);
        }
    }

    /// Whether a program is installed, on PATH or where administrators' programs are.
    public static boolean exists(String program) {
        String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/sbin";
        return Stream.of(path.split(":", -1)).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
