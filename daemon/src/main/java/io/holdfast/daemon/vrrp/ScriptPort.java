package io.holdfast.daemon.vrrp;

import io.holdfast.daemon.process.Log;
import io.holdfast.daemon.script.Inbox;
import io.holdfast.daemon.script.LedgerFile;
import io.holdfast.daemon.script.ScriptLoop;
import io.holdfast.daemon.script.ScriptRunner;
import io.holdfast.daemon.script.TrackScripts;
import io.holdfast.linux.sys.Epoll;
import io.holdfast.linux.sys.Processes;
import io.holdfast.linux.sys.Scheduling;
import io.holdfast.node.NodeEvent;
import io.holdfast.track.ScriptSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The way from the loop to the thread of scripts and back. Nothing of it exists before the first script does: a start
/// without scripts does not pay for them.
final class ScriptPort implements AutoCloseable {
    private final Epoll epoll;
    private final long token;
    private final Log log;
    private Optional<Path> notes = Optional.empty();
    private Optional<Side> side = Optional.empty();

    /// What is made for the first script.
    private record Side(Inbox<NodeEvent> inbox, LedgerFile ledger, ScriptRunner runner, TrackScripts track) {}

    /// @param token what [Epoll#token] answers when something has come back
    ScriptPort(Epoll epoll, long token, Log log) {
        this.epoll = epoll;
        this.token = token;
        this.log = log;
    }

    /// Where running scripts are noted.
    void noteIn(Path path) {
        notes = Optional.of(path);
    }

    /// Who runs track scripts.
    TrackScripts track() {
        return side().track();
    }

    /// Who runs any script, on the thread that it names.
    ScriptRunner runner() {
        return side().runner();
    }

    /// To be posted to from any thread; what comes there is told to the node.
    Inbox<NodeEvent> inbox() {
        return side().inbox();
    }

    private Side side() {
        if (side.isEmpty()) {
            Inbox<NodeEvent> inbox = new Inbox<>();
            epoll.add(inbox.fd(), Epoll.EPOLLIN, token);
            LedgerFile ledger = new LedgerFile(notes, log);
            // This process may have been given another nice value; the parent was not.
            ScriptRunner runner = new ScriptRunner(new ScriptLoop("scripts", log), ledger,
                    Scheduling.nice(Processes.parentPid()), log);
            side = Optional.of(new Side(inbox, ledger, runner, new TrackScripts(runner, inbox)));
        }
        return side.get();
    }

    void beginTurn() {
        side().inbox().beginTurn();
    }

    /// What has come back, in order.
    Optional<NodeEvent> next() {
        return side().inbox().poll();
    }

    void keepOnly(List<ScriptSpec> scripts) {
        if (side.isPresent()) {
            side.get().track().keepOnly(scripts);
        }
    }

    /// Has track scripts end.
    void stop() {
        if (side.isPresent()) {
            side.get().track().stop();
        }
    }

    /// Waits for those that [#stop] has end, hardly longer than a second.
    void awaitEnd() {
        if (side.isPresent()) {
            side.get().track().awaitEnd();
        }
    }

    @Override
    public void close() {
        if (side.isPresent()) {
            side.get().ledger().close();
        }
    }
}
