package io.holdfast.daemon.vrrp;

import io.holdfast.base.MonoTime;
import io.holdfast.daemon.process.Log;
import io.holdfast.journal.Journal;
import io.holdfast.journal.Origin;
import io.holdfast.journal.Recorder;
import io.holdfast.linux.sys.FileStatus;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.MappedFile;
import io.holdfast.linux.sys.MonoClock;
import io.holdfast.linux.sys.Namespaces;
import io.holdfast.linux.sys.Processes;
import io.holdfast.linux.sys.Sysctl;
import io.holdfast.node.Action;
import io.holdfast.node.Memory;
import io.holdfast.node.NodeSpec;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/// The journal of this process in its file. VRRP goes on without: then a killed process is missed, which is said once.
final class JournalKeeper implements AutoCloseable {
    /// There is room for so many instances, and a quarter more than are configured.
    private static final int FEWEST = 64;
    /// More virtual routers than a machine can have.
    private static final int MOST = 1 << 17;

    private final Log log;
    private Optional<MappedFile> file = Optional.empty();
    private Optional<Journal> journal = Optional.empty();
    private Optional<Recorder> recorder = Optional.empty();

    JournalKeeper(Log log) {
        this.log = log;
    }

    /// One that keeps what it is told in memory, and nobody reads it.
    static JournalKeeper rehearsing() {
        JournalKeeper keeper = new JournalKeeper(Log.discarding());
        keeper.begin(ByteBuffer.allocateDirect(Journal.size(1)), new Origin(0, 0, 0), 0, 0);
        return keeper;
    }

    /// Takes over the file and what the process before wrote into it. Not before that one is known to be gone.
    ///
    /// @param wallClock nanoseconds the wall clock is ahead of the monotonic one, for readers
    /// @return what it was master of
    Memory open(Path path, NodeSpec spec, long wallClock) {
        try {
            MappedFile opened = MappedFile.open(path.toString());
            file = Optional.of(opened);
            String refusal = refusal(opened);
            if (refusal.isEmpty()) {
                return takeOver(opened, spec.instances().size(), wallClock);
            }
            withdraw(path + " " + refusal);
        } catch (KernelException e) {
            withdraw(String.valueOf(e.getMessage()));
        }
        return Memory.NONE;
    }

    /// Whoever could have put something there that is not ours could make us believe anything.
    private static String refusal(MappedFile opened) {
        FileStatus status = opened.status();
        if (!status.isRegular() || status.links() > 1 || status.owner() != Processes.user()) {
            return "is not a file of this user alone";
        }
        return opened.lock() ? "" : "is in use by another process";
    }

    private Memory takeOver(MappedFile opened, int instances, long wallClock) {
        opened.restrict();
        int size = Math.max(Journal.size(room(instances)), (int) Math.min(opened.status().size(), Journal.size(MOST)));
        opened.reserve(size);
        ByteBuffer bytes = opened.map(size);
        Origin origin = origin();
        Memory memory = Journal.recall(bytes, origin);
        begin(bytes, origin, instances, wallClock);
        return memory;
    }

    private void begin(ByteBuffer bytes, Origin origin, int instances, long wallClock) {
        int pid = Processes.pid();
        Journal begun = Journal.begin(bytes, origin, pid);
        Recorder begins = new Recorder(begun);
        MonoTime now = MonoClock.now();
        begins.started(now, (now.nanos() + wallClock) / 1_000_000, pid, instances);
        journal = Optional.of(begun);
        recorder = Optional.of(begins);
    }

    private static int room(int instances) {
        return FEWEST + instances + instances / 4;
    }

    private static Origin origin() {
        String boot = Sysctl.read("kernel", "random", "boot_id").orElse("").replace("-", "");
        return boot.length() != 32 ? new Origin(0, 0, Namespaces.network())
                : new Origin(Long.parseUnsignedLong(boot, 0, 16, 16), Long.parseUnsignedLong(boot, 16, 32, 16),
                        Namespaces.network());
    }

    private void withdraw(String reason) {
        log.warning("no journal, so should this process be killed, its successor will have to be elected anew: "
                + reason);
        close();
    }

    /// An advertisement left, or another action was carried out.
    ///
    /// @param time as [Recorder#carriedOut] wants it
    void carriedOut(Action action, MonoTime time) {
        if (recorder.isPresent()) {
            recorder.get().carriedOut(action, time);
        }
    }

    /// A configuration with perhaps more instances is about to take effect.
    void reload(NodeSpec spec) {
        if (recorder.isEmpty()) {
            return;
        }
        int instances = spec.instances().size();
        if (instances > journal.orElseThrow().capacity()) {
            grow(room(instances));
        }
        recorder.get().reloaded(MonoClock.now(), instances);
    }

    private void grow(int instances) {
        try {
            int size = Journal.size(instances);
            file.orElseThrow().reserve(size);
            journal.orElseThrow().moveTo(file.orElseThrow().map(size));
        } catch (KernelException e) {
            log.warning("the journal has no room for all instances: " + e.getMessage());
        }
    }

    /// Somebody set the wall clock.
    ///
    /// @param wallClock nanoseconds it is ahead of the monotonic one now
    void clockSet(long wallClock) {
        if (recorder.isPresent()) {
            MonoTime now = MonoClock.now();
            recorder.get().clockSet(now, (now.nanos() + wallClock) / 1_000_000);
        }
    }

    /// This process ends in good order.
    void stopped() {
        if (recorder.isPresent()) {
            recorder.get().stopped(MonoClock.now());
        }
    }

    /// Lets go of the file as it is: whoever opens it next finds what was last true.
    @Override
    public void close() {
        recorder = Optional.empty();
        journal = Optional.empty();
        file.ifPresent(MappedFile::close);
        file = Optional.empty();
    }
}
