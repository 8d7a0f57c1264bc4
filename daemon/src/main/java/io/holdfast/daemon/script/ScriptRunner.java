package io.holdfast.daemon.script;

import io.holdfast.base.MonoTime;
import io.holdfast.daemon.process.Log;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.MonoClock;
import io.holdfast.linux.sys.PidFd;
import io.holdfast.linux.sys.Processes;
import io.holdfast.linux.sys.Signals;
import io.holdfast.script.CommandSpec;
import io.holdfast.track.ScriptResult;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Runs scripts, any number at a time: each in a process group of its own, on behalf of its user, and ended as
/// `daemon.md` 4.7 says when it takes longer than it may.
///
/// ```
///   loop ---- run ----> ScriptLoop ----> ScriptStarter ----> process
///     ^                     |               (pid) |             | pidfd
///     '------- Inbox <------'--- ScriptRun <------'-------------'
/// ```
public final class ScriptRunner {
    /// Hears how a script ended, on the thread of scripts; exactly once.
    @FunctionalInterface
    public interface Listener {
        void ended(ScriptResult result);
    }

    /// How soon the same is said again.
    private static final Duration REPEATED = Duration.ofMinutes(1);

    private final ScriptLoop loop;
    private final RunLedger ledger;
    private final int nice;
    private final Log log;
    /// Made on the thread of scripts, to which all of it belongs.
    private Optional<ScriptStarter> starter = Optional.empty();
    /// What was said within that time, and when.
    private final Map<String, MonoTime> complaints = new HashMap<>();

    /// @param ledger where running scripts are noted, for those who outlive this process
    /// @param nice   value that scripts run with: what the daemon was started with, whatever it made of it
    public ScriptRunner(ScriptLoop loop, RunLedger ledger, int nice, Log log) {
        this.loop = loop;
        this.ledger = ledger;
        this.nice = nice;
        this.log = log;
    }

    /// The thread that all of this happens on.
    public ScriptLoop loop() {
        return loop;
    }

    /// As [#start], from the thread that owns the loop.
    public void run(CommandSpec command, Optional<Duration> limit, Listener listener) {
        loop.post(() -> start(command, limit, listener));
    }

    /// Starts a script; on the thread of scripts.
    ///
    /// @param limit how long it may take
    /// @return by which it can be ended; empty if it could not be started, which the listener has been told
    public Optional<ScriptRun> start(CommandSpec command, Optional<Duration> limit, Listener listener) {
        try {
            return Optional.of(watched(command, starter().start(command), limit, listener));
        } catch (KernelException e) {
            complain("the script " + command.arguments().getFirst() + " cannot be started: " + e.getMessage());
            listener.ended(new ScriptResult(ScriptResult.Kind.NOT_STARTED, e.errno()));
            return Optional.empty();
        }
    }

    /// Again only when a minute has passed: a tracked script is tried every second.
    private void complain(String text) {
        MonoTime now = MonoClock.now();
        MonoTime stale = now.minus(REPEATED);
        complaints.values().removeIf(said -> said.isBefore(stale));
        if (complaints.putIfAbsent(text, now) == null) {
            log.alert(text);
        }
    }

    /// What cannot be watched, for want of descriptors, must not run either.
    private ScriptRun watched(CommandSpec command, int pid, Optional<Duration> limit, Listener listener) {
        try {
            return new ScriptRun(command, PidFd.open(pid), limit, new ScriptRun.Surroundings(loop, ledger, log),
                    listener);
        } catch (KernelException e) {
            Processes.kill(-pid, Signals.SIGKILL);
            throw e;
        }
    }

    private ScriptStarter starter() {
        if (starter.isEmpty()) {
            starter = Optional.of(new ScriptStarter(nice));
        }
        return starter.get();
    }
}
