package io.holdfast.daemon.vrrp;

import io.holdfast.linux.sys.PidFile;
import io.holdfast.linux.sys.Processes;
import java.nio.file.Path;
import java.util.Optional;

/// The pid file of this process. The parent holds its lock; the number in it, and its removal, are our part.
final class OwnPidFile {
    private Optional<PidFile> file = Optional.empty();

    void write(Path path) {
        PidFile opened = PidFile.open(path.toString());
        opened.write(Processes.pid() + "\n");
        file = Optional.of(opened);
    }

    /// Removes what [#write] wrote; a file that was never ours is left alone.
    void remove() {
        file.ifPresent(PidFile::unlink);
        file.ifPresent(PidFile::close);
        file = Optional.empty();
    }
}
