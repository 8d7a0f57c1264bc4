package io.holdfast.daemon.watch;

import io.holdfast.daemon.process.Log;
import io.holdfast.linux.sys.FileStatus;
import io.holdfast.linux.sys.FileSystem;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.SmallFile;
import io.holdfast.track.FileNumber;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/// One tracked file: where it is, and the number that was last found in it.
final class WatchedFile {
    private static final int NONE = -1;

    private final String name;
    private final String path;
    private final Log log;
    /// Where `path` led when its directory was last found: symbolic links count once (`vrrp.md` 6.4).
    private String real;
    private int watch = NONE;
    private boolean refused;
    private String complaint = "";
    private OptionalInt number = OptionalInt.empty();
    private boolean reported;

    /// @param name the tracker's
    WatchedFile(String name, String path, Log log) {
        this.name = name;
        this.path = path;
        this.log = log;
        real = path;
    }

    String name() {
        return name;
    }

    String path() {
        return path;
    }

    /// Its directory's number with inotify; -1 while that is not watched.
    int watch() {
        return watch;
    }

    void attach(int number) {
        watch = number;
        if (!complaint.isEmpty()) {
            log.info("track_file " + name + ": directory " + directory() + " is watched");
            complaint = "";
        }
    }

    void detach() {
        watch = NONE;
    }

    /// Whether its directory has yet to be found and watched.
    boolean isSearched() {
        return watch == NONE && !refused;
    }

    /// Whether an entry of its directory is this file.
    boolean isCalled(String entry) {
        return real.length() - real.lastIndexOf('/') - 1 == entry.length() && real.endsWith(entry);
    }

    /// Whether a file that just got this name has its content already: one that was created by opening it is heard of
    /// again when it is closed, while a link comes with what it leads to.
    boolean isComplete() {
        try {
            Optional<FileStatus> status = FileStatus.named(real);
            return status.isPresent() && (status.get().isSymbolicLink() || status.get().links() > 1);
        } catch (KernelException e) {
            return false;
        }
    }

    /// Where the file is or would be; empty, and said once, if that is nowhere or where nothing can be watched.
    Optional<String> findDirectory() {
        real = resolve(Path.of(path));
        String reason;
        try {
            Optional<FileSystem> fileSystem = FileSystem.of(directory());
            if (fileSystem.isEmpty()) {
                complain("there is no directory " + directory() + ": the file counts as 0 until it comes");
                return Optional.empty();
            }
            reason = Unwatchable.reason(fileSystem.get());
        } catch (KernelException e) {
            complain("it cannot be watched yet: " + e.getMessage());
            return Optional.empty();
        }
        if (!reason.isEmpty()) {
            refused = true;
            log.error("track_file " + name + ": " + path + " is on " + reason + ": it is not watched and counts as 0");
            return Optional.empty();
        }
        return Optional.of(directory());
    }

    /// Reads it, unless it is where it cannot be watched.
    ///
    /// @return whether its number is another than the one last reported
    boolean read() {
        OptionalInt found = refused ? OptionalInt.of(FileNumber.OF_NONE) : content();
        if (found.isEmpty()) {
            log.warning("track_file " + name + ": the number in " + path + " takes more than 32 bits: it is ignored");
            found = number.isPresent() ? number : OptionalInt.of(FileNumber.OF_NONE);
        }
        boolean news = !reported || number.orElse(FileNumber.OF_NONE) != found.getAsInt();
        number = found;
        reported = true;
        return news;
    }

    int number() {
        return number.orElse(FileNumber.OF_NONE);
    }

    /// The next number is news, whatever it is.
    void forgetReported() {
        reported = false;
    }

    /// Says something once, until it is about something else.
    void complain(String text) {
        if (!complaint.equals(text)) {
            complaint = text;
            log.warning("track_file " + name + ": " + text);
        }
    }

    private OptionalInt content() {
        try {
            Optional<byte[]> content = SmallFile.read(real, FileNumber.LOOKED_AT);
            return content.isEmpty() ? OptionalInt.of(FileNumber.OF_NONE) : FileNumber.read(content.get());
        } catch (KernelException e) {
            log.warning("track_file " + name + " counts as 0: " + e.getMessage());
            return OptionalInt.of(FileNumber.OF_NONE);
        }
    }

    private String directory() {
        return real.substring(0, Math.max(1, real.lastIndexOf('/')));
    }

    /// A file that is not there has a real directory at least.
    private static String resolve(Path path) {
        try {
            return path.toRealPath().toString();
        } catch (IOException e) {
            return resolveDirectory(path);
        }
    }

    private static String resolveDirectory(Path path) {
        Path directory = path.getParent();
        Path last = path.getFileName();
        try {
            return directory == null || last == null ? path.toString()
                    : directory.toRealPath().resolve(last).toString();
        } catch (IOException e) {
            return path.toString();
        }
    }
}
