package io.holdfast.daemon.notify;

import io.holdfast.base.MonoTime;
import io.holdfast.daemon.process.Log;
import io.holdfast.daemon.script.ScriptLoop;
import io.holdfast.daemon.script.ScriptRun;
import io.holdfast.daemon.script.ScriptRunner;
import io.holdfast.linux.sys.MonoClock;
import io.holdfast.notify.MailHistory;
import io.holdfast.notify.Notice;
import io.holdfast.notify.NotifyScript;
import io.holdfast.notify.PipeSpec;
import io.holdfast.notify.ScriptQueue;
import io.holdfast.notify.Tidings;
import io.holdfast.script.CommandSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Carries out what becomes of notices, on the thread of scripts.
final class Notifier {
    private static final Duration LIMIT = Duration.ofMillis(NotifyScript.LIMIT_MILLIS);

    private final ScriptRunner scripts;
    private final ScriptLoop loop;
    private final Postbox postbox;
    private final Log log;
    private final ScriptQueue queue = new ScriptQueue();
    private final MailHistory mails = new MailHistory();
    private final Map<Long, ScriptRun> running = new HashMap<>();
    private final List<Pipe> pipes = new ArrayList<>();
    private NotifyConfig config = NotifyConfig.NONE;
    private Optional<ScriptLoop.Alarm> patience = Optional.empty();
    private boolean starting;
    private Optional<Runnable> whenDone = Optional.empty();

    Notifier(ScriptRunner scripts, Postbox postbox, Log log) {
        this.scripts = scripts;
        this.loop = scripts.loop();
        this.postbox = postbox;
        this.log = log;
    }

    /// A configuration takes effect, perhaps another one: pipes are made and opened anew, so that whoever reads one
    /// notes the reload.
    void configure(NotifyConfig next) {
        closePipes();
        config = next;
        for (PipeSpec spec : config.pipes()) {
            Pipe.open(spec, scripts, this::leaveIfDone, log).ifPresent(pipes::add);
        }
    }

    private void closePipes() {
        for (Pipe pipe : pipes) {
            pipe.endReader();
            pipe.close();
        }
        pipes.clear();
    }

    /// The order of `daemon.md` 5.1.
    void tell(Notice notice) {
        MonoTime now = MonoClock.now();
        for (NotifyScript script : Tidings.scripts(notice)) {
            queue.post(script, now);
        }
        startDue();
        if (!pipes.isEmpty()) {
            write(Tidings.line(notice));
        }
        if (config.mails()) {
            mails.mail(notice, config.faults(), config.routerId()).ifPresent(postbox::post);
        }
    }

    private void write(String line) {
        for (Pipe pipe : pipes) {
            pipe.write(line);
        }
    }

    private void startDue() {
        if (starting) {
            return;
        }
        starting = true;
        MonoTime now = MonoClock.now();
        for (Optional<ScriptQueue.Start> start = queue.next(now); start.isPresent(); start = queue.next(now)) {
            start(start.get(), now);
        }
        starting = false;
        patience.ifPresent(ScriptLoop.Alarm::cancel);
        patience = queue.deadline().map(due -> loop.at(due, this::startDue));
    }

    private void start(ScriptQueue.Start start, MonoTime now) {
        NotifyScript script = start.script();
        if (start.overtaken().isPresent()) {
            log.warning(script.object() + " script " + name(start.overtaken().get().command()) + " still runs after "
                    + ScriptQueue.PATIENCE.toSeconds() + " s; starting " + name(script.command()) + " beside it");
        }
        Optional<ScriptRun> run = scripts.start(script.command(), Optional.empty(), _ -> ended(start.run()));
        if (run.isPresent()) {
            running.put(start.run(), run.get());
            if (script.limited()) {
                loop.at(now.plus(LIMIT), run.get()::kill);
            }
        }
    }

    private static String name(CommandSpec command) {
        return command.arguments().getFirst();
    }

    private void ended(long run) {
        running.remove(run);
        queue.ended(run);
        startDue();
        leaveIfDone();
    }

    /// The process is about to end: from now on no script waits for another, and readers are asked to end.
    void stop() {
        queue.stop();
        startDue();
        pipes.forEach(Pipe::endReader);
    }

    /// Everything is told.
    ///
    /// @param done is run when it has had its effect, or by `deadline`, when there is no more time for it
    void finish(MonoTime deadline, Runnable done) {
        whenDone = Optional.of(done);
        loop.at(deadline, this::leave);
        leaveIfDone();
    }

    private void leaveIfDone() {
        if (whenDone.isPresent() && running.isEmpty() && queue.isEmpty() && pipes.stream().allMatch(Pipe::isDone)) {
            leave();
        }
    }

    /// What runs on is asked to end, as the parent-death signal of the reference would.
    private void leave() {
        if (whenDone.isPresent()) {
            Runnable done = whenDone.get();
            whenDone = Optional.empty();
            running.values().forEach(run -> run.end(LIMIT));
            closePipes();
            done.run();
        }
    }
}
