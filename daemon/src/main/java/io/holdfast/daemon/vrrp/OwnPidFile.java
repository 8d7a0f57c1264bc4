package io.holdfast.daemon.vrrp;

import io.holdfast.daemon.process.Log;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.PidFile;
import io.holdfast.linux.sys.Processes;
import java.nio.file.Path;
import java.util.Optional;

/// The pid file of this process. The parent holds its lock; the number in it is ours to write, and its removal when the
/// daemon ends.
final class OwnPidFile implements AutoCloseable {
    private Optional<PidFile> file = Optional.empty();
    private boolean going;

    /// VRRP goes on without it, so that it cannot be written is only said.
    void write(Path path, Log log) {
        try {
            PidFile opened = PidFile.open(path.toString());
            opened.write(Processes.pid() + "\n");
            file = Optional.of(opened);
        } catch (KernelException e) {
            log.warning("no pid file: " + e.getMessage());
        }
    }

    /// No successor will need it.
    void discardAtEnd() {
        going = true;
    }

    @Override
    public void close() {
        if (going) {
            file.ifPresent(PidFile::unlink);
        }
        file.ifPresent(PidFile::close);
    }
}
