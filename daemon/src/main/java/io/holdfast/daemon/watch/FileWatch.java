package io.holdfast.daemon.watch;

import io.holdfast.daemon.process.Log;
import io.holdfast.daemon.process.Mailbox;
import io.holdfast.linux.sys.Errno;
import io.holdfast.linux.sys.Inotify;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.node.NodeEvent;
import io.holdfast.track.FileSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads files when something was done to them (`vrrp.md` 6.4).
///
/// It is the directory that is watched, so a file may come, go and be replaced. A directory that is not there, or
/// cannot be watched, is tried again once a second, and the file is read then.
final class FileWatch implements AutoCloseable {
    private static final int IN_PLACE = Inotify.IN_CLOSE_WRITE | Inotify.IN_MOVED_FROM | Inotify.IN_MOVED_TO
            | Inotify.IN_CREATE | Inotify.IN_DELETE;
    private static final int DIRECTORY_GONE = Inotify.IN_DELETE_SELF | Inotify.IN_MOVE_SELF | Inotify.IN_UNMOUNT
            | Inotify.IN_IGNORED;
    private static final int WATCHED_FOR =
            IN_PLACE | Inotify.IN_DELETE_SELF | Inotify.IN_MOVE_SELF | Inotify.IN_ONLYDIR;

    private final Log log;
    private final Mailbox<Report> mailbox;
    private Optional<Inotify> inotify = Optional.empty();
    private List<WatchedFile> files = List.of();

    FileWatch(Log log, Mailbox<Report> mailbox) {
        this.log = log;
        this.mailbox = mailbox;
    }

    /// Reports the numbers of all files in any case.
    ///
    /// @param atStart whether this is not a reload: files are written then that have an `init_file`
    void adjust(List<FileSpec> specs, boolean atStart) {
        if (inotify.isEmpty() && !specs.isEmpty()) {
            inotify = open();
        }
        List<WatchedFile> before = files;
        files = new ArrayList<>();
        for (FileSpec spec : specs) {
            if (atStart) {
                InitialFile.write(spec, log);
            }
            files.add(known(before, spec));
        }
        for (WatchedFile file : before) {
            leave(file);
        }
        for (WatchedFile file : files) {
            file.forgetReported();
            attach(file);
            read(file);
        }
    }

    /// One whose path is watched already keeps its watch.
    private WatchedFile known(List<WatchedFile> before, FileSpec spec) {
        for (WatchedFile file : before) {
            if (file.path().equals(spec.path()) && file.name().equals(spec.name())) {
                return file;
            }
        }
        return new WatchedFile(spec.name(), spec.path(), log);
    }

    /// Ends the watch of a directory that nothing is watched in any more.
    private void leave(WatchedFile gone) {
        boolean needed = false;
        for (WatchedFile file : files) {
            needed |= file.watch() == gone.watch();
        }
        if (!needed && gone.watch() >= 0) {
            inotify.orElseThrow().unwatch(gone.watch());
        }
    }

    /// -1 if there is nothing to listen to.
    int fd() {
        return inotify.isPresent() ? inotify.get().fd() : -1;
    }

    boolean needsTicks() {
        for (WatchedFile file : files) {
            if (file.isSearched()) {
                return true;
            }
        }
        return false;
    }

    void tick() {
        for (WatchedFile file : files) {
            if (file.isSearched()) {
                attach(file);
                read(file);
            }
        }
    }

    void onEvents() {
        Inotify events = inotify.orElseThrow();
        if (events.read()) {
            while (events.next()) {
                onEvent(events);
            }
        }
    }

    private void onEvent(Inotify event) {
        if ((event.mask() & Inotify.IN_Q_OVERFLOW) != 0) {
            log.warning("events of tracked files were lost: all of them are read again");
            files.forEach(this::read);
        } else if ((event.mask() & DIRECTORY_GONE) != 0) {
            onDirectoryGone(event);
        } else {
            String name = event.name();
            for (WatchedFile file : files) {
                if (file.watch() == event.watch() && file.isCalled(name)
                        && (event.mask() != Inotify.IN_CREATE || file.isComplete())) {
                    read(file);
                }
            }
        }
    }

    /// A directory that only moved would go on reporting what happens where no tracked file is any more.
    private void onDirectoryGone(Inotify event) {
        int watch = event.watch();
        if ((event.mask() & Inotify.IN_MOVE_SELF) != 0) {
            event.unwatch(watch);
        }
        for (WatchedFile file : files) {
            if (file.watch() == watch) {
                file.detach();
                attach(file);
                read(file);
            }
        }
    }

    /// First the watch and then the file, so that nothing happens unseen between.
    private void attach(WatchedFile file) {
        if (!file.isSearched()) {
            return;
        }
        Optional<String> directory = file.findDirectory();
        if (directory.isPresent() && inotify.isPresent()) {
            int watch = inotify.get().watch(directory.get(), WATCHED_FOR);
            if (watch >= 0) {
                file.attach(watch);
            } else {
                file.complain("directory " + directory.get() + " cannot be watched, " + Errno.describe(-watch)
                        + ": the file is read once a second instead");
            }
        }
    }

    private void read(WatchedFile file) {
        if (file.read()) {
            mailbox.post(new Report.Happened(new NodeEvent.FileRead(file.name(), file.number())));
        }
    }

    private Optional<Inotify> open() {
        try {
            return Optional.of(Inotify.open());
        } catch (KernelException e) {
            log.warning("tracked files cannot be watched and are read once a second instead: " + e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        inotify.ifPresent(Inotify::close);
    }
}
