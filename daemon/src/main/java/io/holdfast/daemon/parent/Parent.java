package io.holdfast.daemon.parent;

import io.holdfast.base.MonoTime;
import io.holdfast.control.ControlMessage;
import io.holdfast.daemon.process.Log;
import io.holdfast.daemon.process.Options;
import io.holdfast.linux.sys.Epoll;
import io.holdfast.linux.sys.ExitStatus;
import io.holdfast.linux.sys.MonoClock;
import io.holdfast.linux.sys.Prctl;
import io.holdfast.linux.sys.Signals;
import io.holdfast.linux.sys.TimerFd;
import io.holdfast.supervise.ExitCode;
import io.holdfast.supervise.Rollout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The loop of the parent: children, signals, and the configuration on its way to the children.
///
/// ```
///            signals                     control socket, pidfd
///   operator -------> Parent <===========================> children
///                       |   Prepare, Commit / Prepared, Committed
///                       '-> configuration files, pid files
/// ```
///
/// Owned by the thread that runs it, which must be the one that starts the children: they end when it does.
final class Parent {
    private static final long SIGNALS = 1;
    private static final long TIMER = 2;
    /// Even tokens from here are control sockets, odd ones pidfds, two for each child in the list.
    private static final long FIRST_CHILD = 4;
    private static final Duration ANSWER_TIME = Duration.ofSeconds(5);
    private static final int SIGKILL = 9;

    private final Options options;
    private final Log log;
    private final ConfigFiles configFiles;
    private final StartReport report;
    private final List<Child> children = new ArrayList<>();
    private final ChildCommand command;
    private final Epoll epoll = Epoll.open(16);
    private final Signals signals;
    private final TimerFd timer = TimerFd.open();

    /// What the children run; replaced only when all have committed to the next.
    private Optional<LoadedConfig> running = Optional.empty();
    private Optional<LoadedConfig> next = Optional.empty();
    private Optional<Rollout> rollout = Optional.empty();
    private Optional<MonoTime> answersDue = Optional.empty();
    private int generation;
    private boolean reloadQueued;
    private Optional<MonoTime> stopBy = Optional.empty();
    private Optional<Integer> exitCode = Optional.empty();

    Parent(Options options, Log log, ConfigFiles configFiles, ChildCommand command, StartReport report) {
        this.options = options;
        this.log = log;
        this.configFiles = configFiles;
        this.command = command;
        this.report = report;
        signals = Signals.on("HUP", "INT", "TERM", "USR1", "USR2");
        epoll.add(signals.fd(), Epoll.EPOLLIN, SIGNALS);
        epoll.add(timer.fd(), Epoll.EPOLLIN, TIMER);
    }

    /// Starts the children that may be needed. The first act of the daemon: they boot while the parent reads.
    void startChildren() {
        if (options.vrrp()) {
            Child vrrp = new Child(ChildKind.VRRP);
            children.add(vrrp);
            start(vrrp);
        }
    }

    /// Hands the children their first configuration and runs until the daemon ends.
    ///
    /// @return the exit status
    int run(LoadedConfig config) {
        dismissIdleChildren(config);
        if (children.isEmpty()) {
            log.warning("nothing is configured to run; waiting for a reload that changes this");
        }
        for (Child child : children) {
            logStarted(child);
        }
        begin(config);
        while (exitCode.isEmpty()) {
            armTimer();
            int ready = epoll.await(-1);
            for (int i = 0; i < ready; i++) {
                dispatch(epoll.token(i), epoll.events(i));
            }
        }
        return exitCode.get();
    }

    /// Ends the children that were started in advance, when the daemon cannot start after all.
    void abandon() {
        for (Child child : children) {
            child.process().ifPresent(this::forget);
            child.gone();
        }
    }

    private void dispatch(long token, int events) {
        if (token == SIGNALS) {
            onSignals();
        } else if (token == TIMER) {
            timer.read();
            onTimer(MonoClock.now());
        } else {
            onChild(children.get((int) ((token - FIRST_CHILD) / 2)), (token & 1) == 0, events);
        }
    }

    // ---- signals

    private void onSignals() {
        signals.drain();
        for (int signal = signals.poll(); signal != 0; signal = signals.poll()) {
            switch (signal) {
                case Signals.SIGHUP -> reload();
                case Signals.SIGTERM -> stop();
                case Signals.SIGINT -> {
                    if (!options.ignoreSigint()) {
                        stop();
                    }
                }
                default -> log.warning("this version writes no data on signal " + signal);
            }
        }
    }

    private void stop() {
        if (stopBy.isPresent()) {
            return;
        }
        log.info("Stopping");
        Duration patience = running.or(() -> next).map(LoadedConfig::childWaitTime).orElse(Duration.ofSeconds(5));
        stopBy = Optional.of(MonoClock.now().plus(patience));
        rollout = Optional.empty();
        for (Child child : children) {
            child.process().ifPresent(process -> process.channel().send(new ControlMessage.Stop()));
        }
        endWhenAlone();
    }

    private void endWhenAlone() {
        if (stopBy.isPresent() && runningChildren().isEmpty()) {
            exitCode = Optional.of(ExitCode.OK);
        }
    }

    // ---- configuration

    private void reload() {
        if (stopBy.isPresent()) {
            return;
        }
        if (rollout.isPresent()) {
            reloadQueued = true;
            log.detail("a configuration is on its way; the reload follows it");
            return;
        }
        log.info("Reloading ...");
        configFiles.reload(log).ifPresent(loaded -> {
            startMissing(loaded);
            begin(loaded);
        });
    }

    private void startMissing(LoadedConfig loaded) {
        if (children.isEmpty() && options.vrrp() && loaded.hasVrrp()) {
            startChildren();
            children.forEach(this::logStarted);
        }
    }

    private void dismissIdleChildren(LoadedConfig config) {
        if (!config.hasVrrp()) {
            abandon();
            children.clear();
        }
    }

    /// First phase: everybody reads the new configuration and says whether it can run.
    private void begin(LoadedConfig config) {
        next = Optional.of(config);
        generation++;
        for (Child child : children) {
            child.process().ifPresent(process -> prepare(process, config));
        }
        answersDue = Optional.of(MonoClock.now().plus(ANSWER_TIME));
        advance(Rollout.of(generation, runningChildren()));
    }

    private void prepare(ChildProcess process, LoadedConfig config) {
        process.sendSnapshot(generation, config.snapshotBytes());
        process.channel().send(new ControlMessage.Prepare(generation));
    }

    /// Acts on where the configuration has got to.
    private void advance(Rollout state) {
        boolean firstAnswer = rollout.map(before -> before.phase() != state.phase()).orElse(true);
        rollout = Optional.of(state);
        switch (state.phase()) {
            case PREPARING -> { }
            case COMMITTING -> {
                if (firstAnswer) {
                    tellAll(new ControlMessage.Commit(state.generation()));
                }
            }
            case COMMITTED -> committed();
            case REFUSED -> refused(state.refusal().orElse("no reason given"));
        }
    }

    private void committed() {
        boolean first = running.isEmpty();
        running = next;
        finishRollout();
        nameProcess();
        log.info(first ? "Startup complete" : "Reload complete");
        report.tell(ExitCode.OK);
        runQueuedReload();
    }

    private void nameProcess() {
        Optional<String> name = running.flatMap(config -> config.configuration().global().parentProcessName());
        if (name.isPresent()) {
            Prctl.setName(name.get());
        }
    }

    private void refused(String reason) {
        finishRollout();
        tellAll(new ControlMessage.Abort(generation));
        if (running.isEmpty()) {
            log.error("the configuration cannot run here: " + reason);
            exitCode = Optional.of(ExitCode.CONFIG);
            return;
        }
        log.error("the new configuration is refused, the running one stays: " + reason);
        runQueuedReload();
    }

    private void finishRollout() {
        rollout = Optional.empty();
        next = Optional.empty();
        answersDue = Optional.empty();
    }

    private void runQueuedReload() {
        if (reloadQueued) {
            reloadQueued = false;
            reload();
        }
    }

    private void tellAll(ControlMessage message) {
        for (Child child : children) {
            child.process().ifPresent(process -> process.channel().send(message));
        }
    }

    // ---- children

    private void start(Child child) {
        ChildProcess process = ChildProcess.start(command.forMain(child.kind().mainClass));
        child.started(process);
        long token = FIRST_CHILD + 2L * children.indexOf(child);
        epoll.add(process.channel().fd(), Epoll.EPOLLIN, token);
        epoll.add(process.pidFd().fd(), Epoll.EPOLLIN, token + 1);
        process.channel().watchedBy(epoll, token);
    }

    private void logStarted(Child child) {
        child.process().ifPresent(process ->
                log.info("Starting " + child.kind().title + " child process, pid=" + process.pidFd().pid()));
    }

    private void onChild(Child child, boolean isChannel, int events) {
        Optional<ChildProcess> process = child.process();
        if (process.isEmpty()) {
            return;
        }
        if (isChannel) {
            onChannel(child, process.get(), events);
        } else {
            process.get().pidFd().reap().ifPresent(status -> onEnd(child, process.get(), status));
        }
    }

    private void onChannel(Child child, ChildProcess process, int events) {
        if ((events & Epoll.EPOLLOUT) != 0) {
            process.channel().flush();
        }
        for (Optional<ControlMessage> message = process.channel().receive(); message.isPresent();
                message = process.channel().receive()) {
            onMessage(child, message.get());
        }
        if (process.channel().isClosed()) {
            // Its end is told by the pidfd, with the reason.
            epoll.remove(process.channel().fd());
        }
    }

    private void onMessage(Child child, ControlMessage message) {
        String name = child.kind().title;
        switch (message) {
            case ControlMessage.Prepared answer when isCurrent(answer.generation()) ->
                    advance(rollout.orElseThrow().prepared(name, answer.refusal(), runningChildren()));
            case ControlMessage.Committed answer when isCurrent(answer.generation()) ->
                    advance(rollout.orElseThrow().committed(name));
            // A respawned child commits by itself; nobody waits for its answer.
            case ControlMessage.Prepared answer -> respawnedIsPrepared(child, answer);
            default -> { }
        }
    }

    private boolean isCurrent(int answered) {
        return rollout.isPresent() && rollout.get().generation() == answered;
    }

    private void respawnedIsPrepared(Child child, ControlMessage.Prepared answer) {
        if (!answer.refusal().isEmpty()) {
            log.error("the " + child.kind().title + " process cannot run the configuration: " + answer.refusal());
        }
        child.process().ifPresent(
                process -> process.channel().send(new ControlMessage.Commit(answer.generation())));
    }

    private void onEnd(Child child, ChildProcess dead, ExitStatus status) {
        forget(dead);
        boolean permanent = status instanceof ExitStatus.Exited(int code) && ExitCode.isPermanent(code);
        if (stopBy.isPresent()) {
            child.gone();
            endWhenAlone();
        } else if (permanent) {
            int code = ((ExitStatus.Exited) status).code();
            child.gone();
            log.error(ChildEnd.permanent(child.kind(), code));
            exitCode = Optional.of(code);
        } else {
            respawn(child, dead, status);
        }
    }

    private void respawn(Child child, ChildProcess dead, ExitStatus status) {
        log.info(ChildEnd.describe(child.kind(), dead.pidFd().pid(), status));
        if (!options.respawn()) {
            log.alert(child.kind().title + " child process died: exiting");
            child.gone();
            stop();
            return;
        }
        log.alert(child.kind().title + " child process(" + dead.pidFd().pid() + ") died: Respawning");
        MonoTime now = MonoClock.now();
        MonoTime when = child.died(dead, now);
        rollout.ifPresent(state -> advance(state.gone(child.kind().title, runningChildren())));
        if (when.isAfter(now)) {
            log.info("restart of the " + child.kind().title + " process is delayed by "
                    + when.since(now).toSeconds() + " s to limit the rate");
        }
        respawnDue(now);
    }

    private void forget(ChildProcess process) {
        epoll.remove(process.channel().fd());
        epoll.remove(process.pidFd().fd());
        process.close();
    }

    private Set<String> runningChildren() {
        Set<String> names = new TreeSet<>();
        for (Child child : children) {
            if (child.process().isPresent()) {
                names.add(child.kind().title);
            }
        }
        return names;
    }

    // ---- time

    private void onTimer(MonoTime now) {
        respawnDue(now);
        if (answersDue.isPresent() && !answersDue.get().isAfter(now)) {
            answersDue = Optional.empty();
            killSilent();
        }
        if (stopBy.isPresent() && !stopBy.get().isAfter(now)) {
            killSurvivors();
        }
    }

    private void respawnDue(MonoTime now) {
        for (Child child : children) {
            if (child.respawnAt().isPresent() && !child.respawnAt().get().isAfter(now) && stopBy.isEmpty()) {
                start(child);
                logStarted(child);
                // What is in effect, or, if nothing is yet, what everybody is asked to prepare.
                running.or(() -> next).ifPresent(config -> prepare(child.process().orElseThrow(), config));
            }
        }
    }

    /// A child that does not answer is as good as dead; its successor will be given the running configuration.
    private void killSilent() {
        rollout.ifPresent(state -> {
            for (Child child : children) {
                if (state.waiting().contains(child.kind().title)) {
                    log.error("the " + child.kind().title + " process does not answer; ending it");
                    child.process().ifPresent(process -> process.pidFd().send(SIGKILL));
                }
            }
        });
    }

    private void killSurvivors() {
        for (Child child : children) {
            child.process().ifPresent(process -> {
                log.warning("the " + child.kind().title + " process did not end in time; forcing it to");
                process.pidFd().send(SIGKILL);
            });
        }
        stopBy = Optional.of(MonoClock.now().plus(ANSWER_TIME));
    }

    private void armTimer() {
        Optional<MonoTime> earliest = earlier(stopBy, answersDue);
        for (Child child : children) {
            earliest = earlier(earliest, child.respawnAt());
        }
        if (earliest.isPresent()) {
            timer.armAt(earliest.get());
        } else {
            timer.disarm();
        }
    }

    private static Optional<MonoTime> earlier(Optional<MonoTime> one, Optional<MonoTime> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isPresent() ? one : other;
        }
        return Optional.of(MonoTime.earlier(one.get(), other.get()));
    }
}
