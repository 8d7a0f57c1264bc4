package io.holdfast.daemon.script;

import io.holdfast.daemon.process.Log;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.MappedFile;
import io.holdfast.linux.sys.Processes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;

/// The running scripts of this process, in a mapped file: if this process is killed the parent finds there what is to
/// end with it ([Orphans]). Scripts run all the same where there can be no file.
///
/// The first script opens it; from then on a script costs a few stores.
public final class LedgerFile implements RunLedger, AutoCloseable {
    private static final int FIRST_SIZE = 256;
    private static final int NOWHERE = -1;

    private final Optional<Path> path;
    private final Log log;
    private final ArrayDeque<Integer> free = new ArrayDeque<>();
    private Optional<MappedFile> file = Optional.empty();
    private ByteBuffer bytes = ByteBuffer.allocate(0);
    private int capacity;
    private boolean given;

    /// @param path none to note nothing
    public LedgerFile(Optional<Path> path, Log log) {
        this.path = path;
        this.log = log;
    }

    @Override
    public synchronized int note(int pid) {
        if (!given && free.isEmpty()) {
            grow();
        }
        if (free.isEmpty()) {
            return NOWHERE;
        }
        int entry = free.remove();
        int at = LedgerLayout.at(entry);
        bytes.putLong(at + LedgerLayout.STARTED, Processes.startTicks());
        bytes.putInt(at, pid);
        return entry;
    }

    @Override
    public synchronized void strike(int entry) {
        if (entry != NOWHERE && file.isPresent()) {
            bytes.putInt(LedgerLayout.at(entry), 0);
            free.add(entry);
        }
    }

    private void grow() {
        try {
            if (file.isEmpty()) {
                open();
            }
            int entries = Math.max(FIRST_SIZE, 2 * capacity);
            MappedFile opened = file.orElseThrow();
            opened.reserve(LedgerLayout.size(entries));
            bytes = opened.map(LedgerLayout.size(entries));
            LedgerLayout.begin(bytes);
            for (int i = capacity; i < entries; i++) {
                free.add(i);
            }
            capacity = entries;
        } catch (KernelException | IOException e) {
            given = true;
            log.warning("running scripts cannot be noted, so should this process be killed, they run on: "
                    + e.getMessage());
        }
    }

    /// What is there is of a process that had our number.
    private void open() throws IOException {
        if (path.isEmpty()) {
            throw new IOException("there is no place for it");
        }
        Files.deleteIfExists(path.get());
        MappedFile opened = MappedFile.open(path.get().toString());
        if (!opened.lock()) {
            opened.close();
            throw new IOException(path.get() + " is in use by another process");
        }
        file = Optional.of(opened);
    }

    /// The process ends in good order. Scripts that are still running are left to the parent.
    @Override
    public synchronized void close() {
        if (file.isPresent()) {
            file.get().close();
            file = Optional.empty();
            given = true;
            boolean none = free.size() == capacity;
            free.clear();
            if (none) {
                discard();
            }
        }
    }

    private void discard() {
        try {
            Files.deleteIfExists(path.orElseThrow());
        } catch (IOException e) {
            log.warning("cannot remove " + path.orElseThrow() + ": " + e.getMessage());
        }
    }
}
