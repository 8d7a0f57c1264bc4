package io.holdfast.daemon.parent;

import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.PidFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/// The pid files of the daemon. The parent locks all of them for as long as it lives, which is what keeps a second
/// daemon from starting; each process writes its own (`daemon.md` 1.6).
final class PidFiles implements AutoCloseable {
    private static final int ATTEMPTS = 3;

    /// What locking came to.
    enum Result { LOCKED, HELD_BY_ANOTHER }

    private final List<PidFile> locked = new ArrayList<>();

    /// Locks a file, creating it and its directory where they are missing.
    ///
    /// @throws IOException     if the directory cannot be made
    /// @throws KernelException if the file cannot be opened; its message says why
    Result lock(Path path) throws IOException {
        Path directory = path.toAbsolutePath().getParent();
        if (directory != null) {
            makeDirectory(directory);
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            PidFile file = PidFile.open(path.toString());
            if (!file.lock()) {
                file.close();
                return Result.HELD_BY_ANOTHER;
            }
            if (file.isStillNamed()) {
                locked.add(file);
                return Result.LOCKED;
            }
            // Its owner removed it between our open and our lock.
            file.close();
        }
        return Result.HELD_BY_ANOTHER;
    }

    /// Takes over a file that was locked by the image before this one. Where the name has gone, or means another file
    /// now, it is locked as at a start.
    Result adopt(Path path, Descriptor handed) throws IOException {
        PidFile file = PidFile.adopt(path.toString(), handed);
        if (file.lock() && file.isStillNamed()) {
            locked.add(file);
            return Result.LOCKED;
        }
        file.close();
        return lock(path);
    }

    /// In the order they were locked.
    List<Descriptor> descriptors() {
        List<Descriptor> descriptors = new ArrayList<>();
        for (PidFile file : locked) {
            descriptors.add(file.descriptor());
        }
        return descriptors;
    }

    private static void makeDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Path parent = directory.getParent();
            if (parent != null) {
                makeDirectory(parent);
            }
            Files.createDirectory(directory);
            // Whatever the umask: others have to reach the pid files in it.
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /// Writes the first file locked, the parent's.
    void writeOwn(long pid) {
        locked.getFirst().write(pid + "\n");
    }

    /// Removes all that still are the files we locked: children may have removed theirs, and others replaced them.
    void remove() {
        for (PidFile file : locked) {
            if (file.isStillNamed()) {
                file.unlink();
            }
        }
    }

    @Override
    public void close() {
        for (PidFile file : locked) {
            file.close();
        }
        locked.clear();
    }
}
