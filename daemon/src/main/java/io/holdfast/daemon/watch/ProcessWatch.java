package io.holdfast.daemon.watch;

import io.holdfast.base.MonoTime;
import io.holdfast.daemon.process.Log;
import io.holdfast.daemon.process.Mailbox;
import io.holdfast.linux.netlink.ProcessMonitor;
import io.holdfast.linux.sys.MonoClock;
import io.holdfast.linux.sys.ProcessFacts;
import io.holdfast.node.NodeEvent;
import io.holdfast.supervise.ReceiveBuffer;
import io.holdfast.track.ProcessSpec;
import io.holdfast.track.ProcessTable;
import java.io.File;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Counts processes: by what the kernel reports, or where it does not, by looking at all of them once a second
/// (`vrrp.md` 6.5).
final class ProcessWatch implements AutoCloseable {
    private static final File PROC = new File("/proc");
    /// Bytes, which the kernel doubles: enough for what 10,000 processes a second report in half a second.
    private static final int BUFFER = 1 << 23;
    private static final int LARGEST_BUFFER = 1 << 28;
    /// Of these, a few milliseconds.
    private static final int EVENTS_AT_ONCE = 256;
    /// For so long nobody looks after events were lost: what made too many goes on for a while.
    private static final Duration BREATH = Duration.ofSeconds(1);
    private static final int NEVER_REPORTED = -1;

    private final Log log;
    private final Mailbox<Report> mailbox;
    private Optional<ProcessMonitor> monitor = Optional.empty();
    private Optional<ProcessFacts> facts = Optional.empty();
    private Optional<MonoTime> recountAt = Optional.empty();
    private ProcessTable table = new ProcessTable(List.of());
    private int[] reported = {};
    private ReceiveBuffer wanted = ReceiveBuffer.DEFAULT;
    private int buffer;
    private boolean polls;

    ProcessWatch(Log log, Mailbox<Report> mailbox) {
        this.log = log;
        this.mailbox = mailbox;
    }

    /// Counts anew only for other trackers than before, and reports all counts in any case.
    void adjust(List<ProcessSpec> specs, ReceiveBuffer size) {
        if (specs.isEmpty()) {
            end();
            return;
        }
        boolean counts = !table.specs().isEmpty();
        if (!counts) {
            wanted = size;
            begin();
        } else if (!wanted.equals(size)) {
            wanted = size;
            monitor.ifPresent(this::sizeBuffer);
        }
        if (!counts || !table.specs().equals(specs)) {
            table = new ProcessTable(specs);
            count();
        }
        reported = new int[specs.size()];
        Arrays.fill(reported, NEVER_REPORTED);
        report();
    }

    /// -1 if there is nothing to listen to.
    int fd() {
        return monitor.isPresent() ? monitor.get().fd() : -1;
    }

    boolean needsTicks() {
        return polls || recountAt.isPresent();
    }

    void tick() {
        boolean due = recountAt.isPresent() && !MonoClock.now().isBefore(recountAt.get());
        if (polls || due) {
            recountAt = Optional.empty();
            count();
            report();
        }
    }

    void onEvents() {
        if (monitor.isPresent()) {
            ProcessMonitor events = monitor.get();
            boolean more = true;
            for (int i = 0; i < EVENTS_AT_ONCE && more; i++) {
                more = take(events);
            }
            report();
        }
    }

    // ---- what happens

    private boolean take(ProcessMonitor events) {
        switch (events.next()) {
            case NONE -> {
                return false;
            }
            case FORKED -> table.forked(events.pid(), events.parent());
            case EXECUTED -> identify(events.pid());
            case RENAMED -> table.renamed(events.pid(), events.name());
            case EXITED -> table.exited(events.pid());
            case LOST -> lost(events);
            case ANSWERED, OTHER -> { }
        }
        return true;
    }

    private void lost(ProcessMonitor events) {
        if (recountAt.isEmpty()) {
            recountAt = Optional.of(MonoClock.now().plus(BREATH));
            buffer = Math.min(LARGEST_BUFFER, 2 * buffer);
            events.receiveBuffer(buffer, true);
            log.warning("reports of processes were lost: they are counted anew in a second, and from now on "
                    + buffer + " bytes of reports may wait");
        }
    }

    private void identify(int pid) {
        ProcessFacts about = facts.orElseThrow();
        if (table.asksName() && !about.read(pid)) {
            table.exited(pid);
            return;
        }
        table.identified(pid, about.name(), command(about, pid));
    }

    private ByteBuffer command(ProcessFacts about, int pid) {
        return about.commandLine(pid, table.commandReach());
    }

    /// Looks at all processes there are. What happens meanwhile is reported afterwards.
    private void count() {
        table.clear();
        ProcessFacts about = facts.orElseThrow();
        String[] entries = PROC.list();
        for (String entry : entries == null ? new String[0] : entries) {
            if (entry.charAt(0) >= '1' && entry.charAt(0) <= '9') {
                int pid = Integer.parseInt(entry);
                if (about.read(pid)) {
                    table.identified(pid, about.name(), command(about, pid));
                }
            }
        }
    }

    private void report() {
        for (int i = 0; i < reported.length; i++) {
            int count = table.count(i);
            if (count != reported[i]) {
                reported[i] = count;
                mailbox.post(new Report.Happened(
                        new NodeEvent.ProcessesCounted(table.specs().get(i).name(), count)));
            }
        }
    }

    // ---- to and fro

    private void begin() {
        facts = Optional.of(new ProcessFacts());
        monitor = Connector.open(log);
        monitor.ifPresent(this::sizeBuffer);
        polls = monitor.isEmpty();
    }

    private void sizeBuffer(ProcessMonitor events) {
        buffer = wanted.bytes().orElse(BUFFER);
        events.receiveBuffer(buffer, wanted.bytes().isEmpty() || wanted.force());
    }

    private void end() {
        monitor.ifPresent(ProcessMonitor::close);
        facts.ifPresent(ProcessFacts::close);
        monitor = Optional.empty();
        facts = Optional.empty();
        recountAt = Optional.empty();
        table = new ProcessTable(List.of());
        reported = new int[0];
        polls = false;
    }

    @Override
    public void close() {
        end();
    }
}
