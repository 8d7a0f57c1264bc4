package io.holdfast.daemon.parent;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Tells whoever started the daemon how the start goes. In the foreground that is standard error. In the background it
/// is the launcher, which waits at descriptor 9: it passes `say TEXT` on to the terminal and ends at `exit CODE`.
final class StartReport {
    private static final Path LAUNCHER = Path.of("/proc/self/fd/9");

    private final boolean background;
    private final boolean logsToConsole;
    private boolean over;

    /// @param logsToConsole whether the log says everything on the same terminal anyway
    StartReport(boolean background, boolean logsToConsole) {
        this.background = background;
        this.logsToConsole = logsToConsole;
    }

    /// Something the operator must see even if the log goes elsewhere; until the start is over.
    void say(String text) {
        if (over) {
            return;
        }
        if (background) {
            toLauncher("say " + text.replace("\n", "\nsay ") + "\n");
        } else if (!logsToConsole) {
            toStandardError(text + "\n");
        }
    }

    /// The start is over.
    ///
    /// @param exitCode what the launcher ends with: 0 if the daemon runs
    void tell(int exitCode) {
        if (background && !over) {
            toLauncher("exit " + exitCode + "\n");
        }
        over = true;
    }

    private static void toLauncher(String text) {
        try (OutputStream out = Files.newOutputStream(LAUNCHER, StandardOpenOption.WRITE)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // Started without the launcher, or it was interrupted: nobody is waiting.
        }
    }

    private static void toStandardError(String text) {
        try {
            new FileOutputStream(FileDescriptor.err).write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // A closed terminal cannot be told anything.
        }
    }
}
