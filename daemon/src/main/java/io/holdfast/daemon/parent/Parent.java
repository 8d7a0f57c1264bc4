package io.holdfast.daemon.parent;

import io.holdfast.base.JsonLine;
import io.holdfast.base.MonoTime;
import io.holdfast.config.plan.PlanDescription;
import io.holdfast.control.ControlMessage;
import io.holdfast.daemon.process.Heap;
import io.holdfast.daemon.process.Log;
import io.holdfast.daemon.process.Options;
import io.holdfast.daemon.process.ProcessDefaults;
import io.holdfast.daemon.script.Orphans;
import io.holdfast.linux.sys.Epoll;
import io.holdfast.linux.sys.ExitStatus;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.MonoClock;
import io.holdfast.linux.sys.Prctl;
import io.holdfast.linux.sys.Processes;
import io.holdfast.linux.sys.SignalFd;
import io.holdfast.linux.sys.Signals;
import io.holdfast.linux.sys.TimerFd;
import io.holdfast.supervise.ExitCode;
import io.holdfast.supervise.GlobalSpec;
import io.holdfast.supervise.ScriptsSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The loop of the parent: children, signals, and the configuration on its way to the children.
///
/// ```
///            signals                     control socket, pidfd
///   operator -------> Parent <===========================> children
///                       |   Prepare, Commit / Prepared, Committed
///                       '-> configuration files, pid files
/// ```
final class Parent implements Deployment.Listener, Operations.Daemon, AutoCloseable {
    private static final long SIGNALS = 1;
    private static final long TIMER = 2;
    private static final long SCRIPTS = 3;
    private static final long FIRST_CHILD = 4;
    private static final long PREDECESSORS = 200;
    /// How often survivors of a stop are killed again.
    private static final Duration KILL_AGAIN = Duration.ofSeconds(5);
    /// How long the end of the daemon waits for a mail server.
    private static final Duration LAST_MAILS = Duration.ofSeconds(1);

    private final Invocation invocation;
    private final Options options;
    private final Log log;
    private final ConfigFiles configFiles;
    private final StartReport report;
    private final ChildCommand command;
    private final PidFiles pidFiles;
    private final Epoll epoll = Epoll.open(16);
    private final SignalFd signals = Signals.open();
    private final TimerFd timer = TimerFd.open();
    private final Children children;
    private final Deployment deployment;
    private final Predecessors predecessors;
    private final Operations operations;
    private final Postman postman;
    private final Orphans orphans;
    private final OnceScripts scripts;

    private boolean reloadQueued;
    private boolean stopQueued;
    private boolean started;
    private Optional<MonoTime> stopBy = Optional.empty();
    private Optional<Integer> exitCode = Optional.empty();
    /// The first configuration, whether it runs yet or not.
    private Optional<LoadedConfig> toBegin = Optional.empty();
    private boolean shutdown;

    Parent(Invocation invocation, ConfigFiles configFiles, ChildCommand command, PidFiles pidFiles) {
        this.invocation = invocation;
        options = invocation.options();
        log = invocation.log();
        report = invocation.report();
        this.configFiles = configFiles;
        this.command = command;
        this.pidFiles = pidFiles;
        children = new Children(epoll, FIRST_CHILD, command, log);
        deployment = new Deployment(children, this);
        predecessors = new Predecessors(epoll, PREDECESSORS, log);
        orphans = new Orphans(log);
        scripts = new OnceScripts(epoll, SCRIPTS, log);
        operations = new Operations(this, invocation, command.arguments(), epoll);
        postman = new Postman(new Postman.Library(Image.running().mailLibrary()), log);
        epoll.add(signals.fd(), Epoll.EPOLLIN, SIGNALS);
        epoll.add(timer.fd(), Epoll.EPOLLIN, TIMER);
    }

    /// Starts the children that may be needed. The first act of the daemon: they boot while the parent reads.
    void startChildren() {
        if (options.vrrp()) {
            children.add(ChildKind.VRRP);
        }
    }

    /// Takes over the children of the image before this one, and starts a successor of each.
    void succeed(Inheritance inheritance) {
        for (Inheritance.Left left : inheritance.children()) {
            predecessors.adopt(left);
        }
        for (ChildKind kind : predecessors.kinds()) {
            children.add(kind);
        }
    }

    /// Hands the children their first configuration and runs until the daemon ends.
    ///
    /// @return the exit status
    int run(LoadedConfig config) {
        if (!config.hasVrrp()) {
            children.abandon();
            log.warning("nothing is configured to run; waiting for a reload that changes this");
        }
        logStarted();
        toBegin = Optional.of(config);
        Optional<ScriptsSpec.Once> startup = config.global().services().scripts().startup();
        if (startup.isEmpty() || !scripts.begin("startup_script", startup.get())) {
            begin();
        }
        return serve(config);
    }

    /// The children wait for the start-up script, however it ends; running already, they are the sooner up.
    private void begin() {
        LoadedConfig config = toBegin.orElseThrow();
        if (stopQueued) {
            stopQueued = false;
            stop();
        } else {
            deployment.begin(config);
        }
    }

    /// Hands the successors the configuration that their predecessors run, and runs until the daemon ends.
    ///
    /// @return the exit status
    int runOn(LoadedConfig config, Inheritance inheritance) {
        logStarted();
        operations.adopt(inheritance, controlSocket(config));
        deployment.takeOver(config, inheritance.generation());
        return serve(config);
    }

    private Path controlSocket(LoadedConfig config) {
        return invocation.names().controlSocket(options, config.global());
    }

    /// Or closes it, where the configuration says so.
    private void openControlSocket(LoadedConfig config) {
        if (config.global().controlSocketDisabled()) {
            operations.shut();
        } else {
            operations.open(controlSocket(config), invocation.names().vrrpJournal(options, config.global()));
        }
    }

    private int serve(LoadedConfig config) {
        openControlSocket(config);
        while (exitCode.isEmpty()) {
            armTimer();
            int ready = epoll.await(-1);
            for (int i = 0; i < ready && exitCode.isEmpty(); i++) {
                dispatch(epoll.token(i), epoll.events(i));
            }
        }
        return exitCode.get();
    }

    /// Lets go of children that still run: of those started in advance when the daemon cannot start after all, and of
    /// the others when one ended for good.
    @Override
    public void close() {
        operations.close();
        predecessors.close();
        children.abandon();
        postman.close(LAST_MAILS);
    }

    private void dispatch(long token, int events) {
        if (token == SIGNALS) {
            onSignals();
        } else if (token == TIMER) {
            timer.read();
            onTimer(MonoClock.now());
        } else if (token == SCRIPTS) {
            onScriptEnded();
        } else if (operations.owns(token)) {
            operations.onReady(token, events);
        } else if (predecessors.owns(token)) {
            onPredecessors();
        } else {
            onChild(children.at(token), Children.isChannel(token), events);
        }
    }

    private void logStarted() {
        for (Child child : children.all()) {
            children.logStarted(child);
        }
    }

    // ---- signals

    private void onSignals() {
        for (int signal = signals.read(); signal != 0; signal = signals.read()) {
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
        if (predecessors.areLeaving() && !started) {
            // What nobody speaks for at this moment, nobody could give up.
            stopQueued = true;
            return;
        }
        if (scripts.isRunning()) {
            stopQueued = true;
            scripts.end();
            return;
        }
        log.info("Stopping");
        GlobalSpec global = global();
        stopBy = Optional.of(MonoClock.now().plus(global.childWait()));
        deployment.cancel();
        for (Child child : children.all()) {
            child.stayAway();
        }
        children.tellAll(new ControlMessage.Stop());
        predecessors.tellAll(new ControlMessage.Stop());
        endWhenAlone();
    }

    private void endWhenAlone() {
        if (stopBy.isPresent() && children.isNoneRunning() && predecessors.isEmpty() && !shutdown) {
            shutdown = true;
            Optional<ScriptsSpec.Once> script = global().services().scripts().shutdown();
            if (script.isEmpty() || !scripts.begin("shutdown_script", script.get())) {
                exitCode = Optional.of(ExitCode.OK);
            }
        }
    }

    private void onScriptEnded() {
        if (scripts.hasEnded()) {
            goOn();
        }
    }

    /// One of the two scripts that the daemon waits for is over.
    private void goOn() {
        if (shutdown) {
            exitCode = Optional.of(ExitCode.OK);
        } else {
            begin();
        }
    }

    private GlobalSpec global() {
        return deployment.running().or(() -> toBegin).map(LoadedConfig::global).orElse(GlobalSpec.DEFAULT);
    }

    // ---- configuration

    private void reload() {
        if (stopBy.isPresent()) {
            return;
        }
        if (!started || !deployment.isSettled()) {
            reloadQueued = true;
            log.detail("a configuration is on its way; the reload follows it");
            return;
        }
        log.info("Reloading ...");
        configFiles.reload(deployment.running(), log).ifPresent(loaded -> {
            logPlan(loaded);
            if (children.isEmpty() && loaded.hasVrrp()) {
                startChildren();
                logStarted();
            }
            deployment.begin(loaded);
        });
    }

    private void logPlan(LoadedConfig next) {
        deployment.running().map(running -> PlanDescription.between(running.configuration(), next.configuration()))
                .ifPresent(plan -> plan.lines().forEach(log::info));
    }

    @Override
    public void committed() {
        nameProcess();
        deployment.running().ifPresent(this::openControlSocket);
        deliverTo(deployment.running());
        log.info(started ? "Reload complete" : predecessors.areLeaving() ? "Upgrade complete" : "Startup complete");
        begun();
    }

    private void deliverTo(Optional<LoadedConfig> config) {
        if (config.isPresent()) {
            postman.configure(config.get().global().services().mail());
        }
    }

    private void begun() {
        started = true;
        report.tell(ExitCode.OK);
        endOrphans();
        Heap.giveBack();
        operations.upgraded();
        if (stopQueued) {
            stop();
        }
        runQueuedReload();
    }

    private void nameProcess() {
        try {
            deployment.running().flatMap(config -> config.global().parentProcessName()).ifPresent(Prctl::setName);
        } catch (KernelException e) {
            log.warning("could not set the process name: " + e.getMessage());
        }
    }

    @Override
    public void settled() {
        runQueuedReload();
    }

    @Override
    public void refused(String reason) {
        if (canStay()) {
            keepPredecessors(reason);
            return;
        }
        if (!started) {
            log.error("the configuration cannot run here: " + reason);
            report.say("the configuration cannot run here: " + reason);
            exitCode = Optional.of(ExitCode.CONFIG);
            return;
        }
        log.error("the new configuration is refused, the running one stays: " + reason);
        runQueuedReload();
    }

    private void runQueuedReload() {
        if (reloadQueued && deployment.isSettled()) {
            reloadQueued = false;
            reload();
        }
    }

    // ---- children

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
        hear(child, process);
        if (process.channel().isClosed()) {
            // That it has ended, and how, is told by the pidfd.
            epoll.remove(process.channel().fd());
        }
    }

    private void hear(Child child, ChildProcess process) {
        for (Optional<ControlMessage> message = process.channel().receive(); message.isPresent();
                message = process.channel().receive()) {
            onMessage(child, process, message.get());
        }
    }

    private void onMessage(Child child, ChildProcess process, ControlMessage message) {
        switch (message) {
            case ControlMessage.Prepared answer -> {
                // While the daemon stops it is too late for one, and the child is resigning: it must not be killed.
                if (stopBy.isEmpty() && !deployment.prepared(child, answer)) {
                    onUpToDate(child, process, answer);
                }
            }
            case ControlMessage.StatusPage page -> operations.answered(page);
            case ControlMessage.Committed answer -> deployment.committed(child, answer);
            case ControlMessage.Failed failed -> {
                child.givesUp();
                report.say(failed.reason());
            }
            case ControlMessage.SendMail send -> postman.post(send.mail());
            default -> { }
        }
    }

    /// A respawned child has read what the others run. If it cannot run that here and now, its successor may.
    private void onUpToDate(Child child, ChildProcess process, ControlMessage.Prepared answer) {
        if (answer.refusal().isEmpty()) {
            process.channel().send(new ControlMessage.Commit(answer.generation()));
        } else {
            log.error("the " + child.kind().title + " process cannot run the configuration: " + answer.refusal());
            process.pidFd().send(Signals.SIGKILL);
        }
    }

    private void onEnd(Child child, ChildProcess dead, ExitStatus status) {
        // Its last words may say why it ended.
        hear(child, dead);
        children.forget(dead);
        endOrphans();
        if (stopBy.isPresent()) {
            child.gone();
            endWhenAlone();
        } else if (canStay()) {
            child.gone();
            keepPredecessors(ChildEnd.describe(child.kind(), dead.pidFd().pid(), status));
        } else if (status instanceof ExitStatus.Exited(int code) && isPermanent(child, code)) {
            child.gone();
            log.error(ChildEnd.permanent(child.kind(), code));
            report.say(ChildEnd.permanent(child.kind(), code));
            exitCode = Optional.of(code);
        } else {
            log.info(ChildEnd.describe(child.kind(), dead.pidFd().pid(), status));
            replace(child, dead, status);
        }
    }

    /// No script outlives the process that started it, killed just now or with the daemon before this one.
    private void endOrphans() {
        orphans.endAll(invocation.names().vrrpPidFile(options, global()));
    }

    /// During the start, a process that cannot even be loaded is no reason to keep whoever waits for it waiting.
    private boolean isPermanent(Child child, int code) {
        return ExitCode.isPermanent(code) && (!started || child.hasGivenUp());
    }

    private void replace(Child child, ChildProcess dead, ExitStatus status) {
        String who = child.kind().title + " child process";
        if (!options.respawn()) {
            log.alert(who + " died: exiting");
            child.gone();
            stop();
            return;
        }
        log.alert(who + "(" + dead.pidFd().pid() + ") died: Respawning");
        report.say(ChildEnd.describe(child.kind(), dead.pidFd().pid(), status) + "; it is started again");
        MonoTime now = MonoClock.now();
        MonoTime when = child.died(dead, now);
        deployment.gone(child);
        logDelay(child, when, now);
        respawnDue(now);
    }

    private void logDelay(Child child, MonoTime when, MonoTime now) {
        if (when.isAfter(now)) {
            log.info("restart of the " + child.kind().title + " child process is delayed by "
                    + when.since(now).toSeconds() + " s to limit the rate");
        }
    }

    // ---- upgrade

    @Override
    public Optional<String> obstacle() {
        if (stopBy.isPresent() || stopQueued) {
            return Optional.of("the daemon is stopping");
        }
        if (!started) {
            return Optional.of("the daemon is starting");
        }
        boolean allRun = children.running().size() == children.all().size();
        return deployment.isSettled() && allRun ? Optional.empty()
                : Optional.of("a reload or the restart of a process is under way; try again");
    }

    @Override
    public LoadedConfig configuration() {
        return deployment.running().orElseThrow();
    }

    @Override
    public KernelException succeedBy(String launcher, Caller caller) {
        log.info("Replaced by " + launcher);
        log.flush();
        KernelException failure = new Replacement(launcher, command.arguments()).begin(configuration(),
                deployment.generation(), pidFiles.descriptors(), operations.socket(), caller, children.all());
        ProcessDefaults.apply(options, configuration().global());
        return failure;
    }

    /// The successors are ready: those before them are to make room first, so that no two ever speak at once.
    @Override
    public boolean mayCommit() {
        if (!predecessors.isEmpty() && !predecessors.areLeaving()) {
            predecessors.handOver(MonoClock.now());
        }
        return predecessors.areSilent();
    }

    private void onPredecessors() {
        predecessors.onReady();
        endOrphans();
        endWhenAlone();
        if (deployment.isPutOff() && predecessors.areSilent()) {
            deployment.commit();
        }
    }

    /// Until they were told to make room, the predecessors can go on for good.
    private boolean canStay() {
        return !predecessors.isEmpty() && !predecessors.areLeaving();
    }

    private void keepPredecessors(String reason) {
        log.error("upgraded half-way: " + reason + "; the children of the version before go on");
        deployment.keep();
        for (Child child : children.all()) {
            predecessors.keep(child.kind()).ifPresent(process -> children.replace(child, process));
        }
        operations.notUpgraded("the parent is upgraded, its children are not: " + reason);
        begun();
    }

    @Override
    public JsonLine describe(JsonLine line) {
        String state = stopBy.isPresent() ? "stopping" : !started ? "starting"
                : operations.isUpgradeUnderWay() ? "upgrading" : "running";
        List<JsonLine> running = new ArrayList<>();
        for (Child child : children.all()) {
            child.process().ifPresent(process -> running.add(new JsonLine().put("kind", child.kind().title)
                    .put("pid", process.pidFd().pid())
                    .put("seconds", MonoClock.now().since(process.startedAt()).toSeconds())));
        }
        return line.put("version", Usage.VERSION).put("image", Image.running().directory().toString())
                .put("pid", Processes.pid()).put("state", state).put("generation", deployment.generation())
                .put("children", running);
    }

    @Override
    public boolean askVrrp(ControlMessage.AskStatus message) {
        for (Child child : children.all()) {
            if (child.kind() == ChildKind.VRRP && child.process().isPresent()) {
                child.process().get().channel().send(message);
                return true;
            }
        }
        return false;
    }

    // ---- time

    private void onTimer(MonoTime now) {
        respawnDue(now);
        killSilent(now);
        operations.onTimer(now);
        predecessors.onTimer(now);
        if (Deadlines.isPast(scripts.deadline(), now)) {
            scripts.giveUp();
            goOn();
        }
        if (Deadlines.isPast(stopBy, now)) {
            killSurvivors(now);
        }
    }

    private void respawnDue(MonoTime now) {
        for (Child child : children.all()) {
            if (stopBy.isEmpty() && Deadlines.isPast(child.respawnAt(), now)) {
                respawn(child, now);
            }
        }
    }

    private void respawn(Child child, MonoTime now) {
        try {
            children.start(child);
            children.logStarted(child);
            deployment.bringUpToDate(child, child.process().orElseThrow());
        } catch (KernelException e) {
            log.error("cannot start the " + child.kind().title + " process: " + e.getMessage());
            logDelay(child, child.failedToStart(now), now);
        }
    }

    /// A child that does not answer is as good as dead, and its successor may not be.
    private void killSilent(MonoTime now) {
        for (Child child : children.all()) {
            if (child.process().isPresent() && deployment.isOverdue(child, now)) {
                log.error("the " + child.kind().title + " process does not answer; ending it");
                child.process().get().pidFd().send(Signals.SIGKILL);
            }
        }
        if (Deadlines.isPast(deployment.deadline(), now)) {
            deployment.stopWaiting();
        }
    }

    private void killSurvivors(MonoTime now) {
        for (Child child : children.all()) {
            child.process().ifPresent(process -> {
                log.warning("the " + child.kind().title + " process did not end in time; forcing it to");
                process.pidFd().send(Signals.SIGKILL);
            });
        }
        predecessors.kill();
        stopBy = Optional.of(now.plus(KILL_AGAIN));
    }

    private void armTimer() {
        Optional<MonoTime> earliest =
                Deadlines.earlier(Deadlines.earlier(stopBy, deployment.deadline()), children.nextRespawn());
        earliest = Deadlines.earlier(Deadlines.earlier(earliest, operations.deadline()), predecessors.deadline());
        earliest = Deadlines.earlier(earliest, scripts.deadline());
        if (earliest.isPresent()) {
            timer.armAt(earliest.get());
        } else {
            timer.disarm();
        }
    }
}
