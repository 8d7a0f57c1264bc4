package io.holdfast.daemon.parent;

import io.holdfast.linux.sys.ByteStream;
import io.holdfast.linux.sys.Descriptor;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Tells whoever started the daemon how the start goes. In the foreground that is standard error. In the background it
/// is the launcher, which waits at descriptor 9: it passes `say TEXT` on to the terminal and ends at `exit CODE`.
final class StartReport {
    /// The descriptor the launcher listens at; a child has no business with it.
    static final int LAUNCHER = 9;

    private final boolean background;
    private final boolean logsToConsole;
    private final ByteStream launcher;
    private boolean over;

    /// @param logsToConsole whether the log says everything on the same terminal anyway
    StartReport(boolean background, boolean logsToConsole) {
        this(background, logsToConsole, ByteStream.over(background && isLaunched()
                ? Descriptor.adopt(LAUNCHER) : Descriptor.invalid()));
    }

    /// @param launcher where it listens
    StartReport(boolean background, boolean logsToConsole, ByteStream launcher) {
        this.background = background;
        this.logsToConsole = logsToConsole;
        this.launcher = launcher;
    }

    /// The start was over long ago, in the image before this one.
    static StartReport over() {
        StartReport report = new StartReport(false, true);
        report.over = true;
        return report;
    }

    private static boolean isLaunched() {
        return System.getProperty("holdfast.name") != null;
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
            launcher.close();
        }
        over = true;
    }

    /// Whether anybody hears it does not matter: the launcher may have been interrupted.
    private void toLauncher(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        launcher.write(bytes, 0, bytes.length);
    }

    private static void toStandardError(String text) {
        try {
            new FileOutputStream(FileDescriptor.err).write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // A closed terminal cannot be told anything.
        }
    }
}
