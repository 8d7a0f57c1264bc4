package io.holdfast.daemon.script;

import io.holdfast.daemon.process.Log;
import io.holdfast.linux.sys.FileStatus;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.MappedFile;
import io.holdfast.linux.sys.Processes;
import io.holdfast.linux.sys.Signals;
import io.holdfast.supervise.RunFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/// Ends scripts whose process is gone: none outlives the one that started it.
public final class Orphans {
    /// A process that had started so long before it was noted, or after, is another with its number.
    private static final long LONGEST_TICKS = Processes.TICKS_PER_SECOND;
    private static final int LARGEST = 1 << 26;

    private final Log log;

    public Orphans(Log log) {
        this.log = log;
    }

    /// Those of every process that kept its notes beside this pid file and is gone.
    public void endAll(Path pidFile) {
        String[] names = pidFile.resolveSibling("").toFile().list();
        for (String name : names == null ? new String[0] : names) {
            String path = pidFile.resolveSibling(name).toString();
            if (RunFiles.isRunningScripts(pidFile.toString(), path)) {
                end(Path.of(path));
            }
        }
    }

    /// Those in one file, which is removed; unless its process is still there.
    public void end(Path path) {
        try {
            if (FileStatus.named(path.toString()).isEmpty()) {
                return;
            }
            try (MappedFile file = MappedFile.open(path.toString())) {
                FileStatus status = file.status();
                if (!status.isRegular() || status.links() != 1 || status.owner() != Processes.user() || !file.lock()) {
                    return;
                }
                if (status.size() > 0) {
                    end(file.map((int) Math.min(status.size(), LARGEST)));
                }
                Files.deleteIfExists(path);
            }
        } catch (KernelException | IOException e) {
            log.warning("cannot see which scripts a killed process left behind: " + e.getMessage());
        }
    }

    private void end(ByteBuffer file) {
        if (!LedgerLayout.isCurrent(file)) {
            return;
        }
        for (int at = LedgerLayout.ENTRIES; at + LedgerLayout.ENTRY <= file.capacity(); at += LedgerLayout.ENTRY) {
            int pid = file.getInt(at);
            if (pid > 1) {
                end(pid, file.getLong(at + LedgerLayout.STARTED));
            }
        }
    }

    /// @param noted when it was, in ticks: right after its start
    private void end(int pid, long noted) {
        OptionalLong started = Processes.startedAt(pid);
        if (started.isPresent() && started.getAsLong() <= noted && started.getAsLong() >= noted - LONGEST_TICKS) {
            log.info("ending script process " + pid + ", which a killed process left behind");
            Processes.kill(-pid, Signals.SIGKILL);
        }
    }
}
