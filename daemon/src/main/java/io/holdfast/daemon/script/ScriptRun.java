package io.holdfast.daemon.script;

import io.holdfast.base.MonoTime;
import io.holdfast.daemon.process.Log;
import io.holdfast.linux.sys.Epoll;
import io.holdfast.linux.sys.Errno;
import io.holdfast.linux.sys.ExitStatus;
import io.holdfast.linux.sys.MonoClock;
import io.holdfast.linux.sys.PidFd;
import io.holdfast.linux.sys.Processes;
import io.holdfast.linux.sys.Signals;
import io.holdfast.script.CommandSpec;
import io.holdfast.script.Escalation;
import io.holdfast.track.ScriptResult;
import java.time.Duration;
import java.util.Optional;

/// A script that is running, and its process group. Belongs to the thread of scripts.
public final class ScriptRun {
    private final CommandSpec command;
    private final Surroundings around;
    private final ScriptRunner.Listener listener;
    private final PidFd process;
    private final int noted;
    private final ScriptLoop.Watch watch;
    private Escalation escalation;
    private Optional<ScriptLoop.Alarm> alarm = Optional.empty();
    private boolean over;

    record Surroundings(ScriptLoop loop, RunLedger ledger, Log log) {}

    /// @param process a child just started, the leader of its group
    ScriptRun(CommandSpec command, PidFd process, Optional<Duration> limit, Surroundings around,
            ScriptRunner.Listener listener) {
        this.command = command;
        this.around = around;
        this.listener = listener;
        this.process = process;
        noted = around.ledger().note(process.pid());
        watch = around.loop().watch(process.fd(), Epoll.EPOLLIN, _ -> reap());
        escalation = Escalation.started(MonoClock.now(), limit);
        arm();
    }

    /// Its process number, and that of its group.
    public int pid() {
        return process.pid();
    }

    /// Whether it has ended.
    public boolean isOver() {
        return over;
    }

    /// Has it end: SIGTERM now, SIGKILL after `patience`, both for its group.
    public void end(Duration patience) {
        if (!over) {
            boolean asked = escalation.hasIntervened();
            escalation = escalation.ending(MonoClock.now(), patience);
            if (!asked) {
                signal(Signals.SIGTERM);
            }
            arm();
        }
    }

    /// Ends its group at once.
    public void kill() {
        if (!over) {
            escalation = escalation.after(Escalation.Step.KILL, MonoClock.now());
            signal(Signals.SIGKILL);
            arm();
        }
    }

    private void arm() {
        alarm.ifPresent(ScriptLoop.Alarm::cancel);
        alarm = escalation.due().map(due -> around.loop().at(due, this::escalate));
    }

    private void escalate() {
        MonoTime now = MonoClock.now();
        Escalation.Step step = escalation.step(now);
        escalation = escalation.after(step, now);
        switch (step) {
            case WAIT -> { }
            case ASK -> {
                around.log().detail(this + " takes too long and is asked to end");
                signal(Signals.SIGTERM);
            }
            case KILL -> signal(Signals.SIGKILL);
            case KILL_AGAIN -> {
                around.log().warning(this + " did not terminate after kill");
                signal(Signals.SIGKILL);
            }
        }
        arm();
    }

    /// The group; and the leader, should it have left its group. It cannot be gone, nor its number be another's, until
    /// it is reaped.
    private void signal(int signal) {
        int errno = Processes.kill(-process.pid(), signal);
        if (errno == Errno.ESRCH) {
            errno = Processes.kill(process.pid(), signal);
        }
        if (errno == Errno.EPERM) {
            around.log().warning("no permission to end " + this);
            escalation = escalation.forbidden(MonoClock.now());
        }
    }

    private void reap() {
        if (escalation.hasIntervened()) {
            // What the leader left behind, as long as the number is still that of this group.
            Processes.kill(-process.pid(), Signals.SIGKILL);
        }
        Optional<ExitStatus> status = process.reap();
        if (status.isPresent()) {
            ended(status.get());
        }
    }

    private void ended(ExitStatus status) {
        over = true;
        around.ledger().strike(noted);
        watch.end();
        process.close();
        alarm.ifPresent(ScriptLoop.Alarm::cancel);
        listener.ended(result(status));
    }

    private ScriptResult result(ExitStatus status) {
        if (escalation.hasIntervened()) {
            return new ScriptResult(ScriptResult.Kind.TIMED_OUT, 0);
        }
        return switch (status) {
            case ExitStatus.Exited(int code) -> new ScriptResult(ScriptResult.Kind.EXITED, code);
            case ExitStatus.Killed(int signal, boolean _) -> new ScriptResult(ScriptResult.Kind.SIGNALLED, signal);
        };
    }

    /// For the log.
    @Override
    public String toString() {
        return "script " + command.arguments().getFirst() + " (process " + process.pid() + ")";
    }
}
