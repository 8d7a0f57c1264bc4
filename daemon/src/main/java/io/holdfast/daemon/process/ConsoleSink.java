package io.holdfast.daemon.process;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Standard error: `Sat Nov 21 00:31:18 2026: text`, as keepalived writes it with `-n -l`.
final class ConsoleSink implements Log.Sink {
    private final FileOutputStream err = new FileOutputStream(FileDescriptor.err);
    private final LogClock clock = new LogClock();

    @Override
    public void write(Log.Line line) {
        try {
            err.write((clock.console(line.epochMillis()) + ": " + line.text() + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // A closed console is nobody's error, and there is no better place to report it.
        }
    }
}
