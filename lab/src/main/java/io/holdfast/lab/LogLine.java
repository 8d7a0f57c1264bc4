package io.holdfast.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Instant;

/// A line a program wrote, and when it was read.
public record LogLine(Instant at, String text) {

    /// Whether the line holds the given words.
    public boolean says(String words) {
        return text.contains(words);
    }

    @Override
    public String toString() {
        return at + " " + text;
    }

    /// Reads lines on a thread of its own until the stream ends.
    static Timeline<LogLine> follow(BufferedReader reader, String name) {
        Timeline<LogLine> lines = new Timeline<>();
        Thread.ofPlatform().daemon().name("lines of " + name).start(() -> copy(reader, lines));
        return lines;
    }

    private static void copy(BufferedReader reader, Timeline<LogLine> lines) {
        try (reader) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(new LogLine(Instant.now(), line));
            }
        } catch (IOException e) {
            lines.add(new LogLine(Instant.now(), "(reading ended: " + e.getMessage() + ")"));
        } finally {
            lines.end();
        }
    }
}
