package io.holdfast.daemon.vrrp;

import io.holdfast.base.MonoTime;
import io.holdfast.control.ControlMessage;
import io.holdfast.control.StatusLines;
import io.holdfast.daemon.process.ControlChannel;
import io.holdfast.daemon.process.Log;
import io.holdfast.daemon.process.Names;
import io.holdfast.daemon.process.Options;
import io.holdfast.daemon.process.ProcessDefaults;
import io.holdfast.daemon.watch.Report;
import io.holdfast.daemon.watch.Watch;
import io.holdfast.linux.socket.PacketSocket;
import io.holdfast.linux.sys.Epoll;
import io.holdfast.linux.sys.MonoClock;
import io.holdfast.linux.sys.Processes;
import io.holdfast.linux.sys.SignalFd;
import io.holdfast.linux.sys.Signals;
import io.holdfast.linux.sys.TimerFd;
import io.holdfast.node.Action;
import io.holdfast.node.Memory;
import io.holdfast.node.Node;
import io.holdfast.node.NodeEvent;
import io.holdfast.supervise.ExitCode;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The loop of the VRRP process.
///
/// ```
///   netlink, sockets, control ---> events ---> Node ---> actions ---> ActionRunner ---> sockets, netlink
///   timerfd ------- last of all -----^                                     |
///                                    '--------- what was learnt -----------'
/// ```
///
/// In each round the timer comes last: after a pause the advertisements that waited in the socket are heard before
/// the silence is judged.
final class VrrpLoop implements AutoCloseable {
    private static final long SIGNALS = 1;
    private static final long CONTROL = 2;
    private static final long TIMER = 3;
    private static final long NETLINK = 4;
    private static final long SCRIPTS = 5;
    private static final long WATCH = 6;
    private static final long MAILS = 7;
    /// Tokens from here are receive sockets.
    private static final long FIRST_SOCKET = 16;
    private static final int READY_AT_ONCE = 64;
    /// How many reports of the kernel are taken before other descriptors get their turn.
    private static final int REPORTS_AT_ONCE = 256;
    /// Less than this is what a timer is always late by.
    private static final Duration NOTICEABLE = Duration.ofMillis(1);

    private final Options options;
    private final Names names;
    private final Log log;
    private final ControlChannel control;
    private final Epoll epoll = Epoll.open(READY_AT_ONCE);
    private final SignalFd signals = Signals.open();
    private final TimerFd timer = TimerFd.open();
    private final KernelView kernel;
    private final SocketPool sockets;
    private final PacketSocket packets = PacketSocket.open();
    private final JournalKeeper journal;
    private final ScriptPort scripts;
    private final NotifyPort notify;
    private final ActionRunner runner;
    private final ConfigReception configs = new ConfigReception();
    private final OwnPidFile pidFile = new OwnPidFile();
    private final ProcessSettings settings;
    private final LocalIgmp localIgmp;
    private final WallClockWatch wallClock = new WallClockWatch();

    private Optional<Node> node = Optional.empty();
    /// From the first configuration on that has something to watch.
    private Optional<Watch> watch = Optional.empty();
    private MonoTime armedFor = new MonoTime(Long.MAX_VALUE);
    private boolean rehearsed;
    private Optional<Integer> exitCode = Optional.empty();

    VrrpLoop(Options options, Names names, Log log, ControlChannel control) {
        this.options = options;
        this.names = names;
        this.log = log;
        this.control = control;
        settings = new ProcessSettings(log);
        localIgmp = new LocalIgmp(log);
        epoll.add(signals.fd(), Epoll.EPOLLIN, SIGNALS);
        epoll.add(control.fd(), Epoll.EPOLLIN, CONTROL);
        control.watchedBy(epoll, CONTROL);
        kernel = KernelView.open();
        epoll.add(kernel.fd(), Epoll.EPOLLIN, NETLINK);
        epoll.add(timer.fd(), Epoll.EPOLLIN, TIMER);
        sockets = SocketPool.watchedBy(epoll, FIRST_SOCKET);
        journal = new JournalKeeper(log);
        scripts = new ScriptPort(epoll, SCRIPTS, log);
        notify = new NotifyPort(scripts, log);
        runner = new ActionRunner(sockets, new AddressChanges(kernel.ops()), packets, journal, scripts,
                notify.notifications(), log);
    }

    /// Runs until told to stop.
    ///
    /// @return the exit status
    int run() {
        while (exitCode.isEmpty()) {
            arm();
            int ready = epoll.await(runner.isBehind() ? 0 : -1);
            runner.beginTurn();
            compareClocks();
            boolean timerDue = dispatch(ready);
            if (timerDue && exitCode.isEmpty()) {
                onTimer();
            }
            runner.goOn();
            hearWhatWasLearnt();
            resync();
        }
        return exitCode.get();
    }

    /// @return whether the timer was among what was ready; it is handled after all else
    private boolean dispatch(int ready) {
        boolean timerDue = false;
        for (int i = 0; i < ready && exitCode.isEmpty(); i++) {
            long token = epoll.token(i);
            if (token == TIMER) {
                timerDue = true;
            } else if (token == NETLINK) {
                onNetlink();
            } else if (token == SCRIPTS) {
                onScripts();
            } else if (token == MAILS) {
                notify.forward(control);
            } else if (token == CONTROL) {
                onControl(epoll.events(i));
            } else if (token == SIGNALS) {
                onSignals();
            } else if (token == WATCH) {
                onReports();
            } else {
                onPackets(sockets.at((int) (token - FIRST_SOCKET)));
            }
        }
        return timerDue;
    }

    // ---- events for the node

    private void onPackets(Optional<SocketPool.Entry> entry) {
        if (entry.isEmpty()) {
            return;
        }
        SocketPool.Entry socket = entry.get();
        // Bounded, so that a storm cannot keep the loop from its own advertisements.
        for (int i = 0; i < SocketPool.PACKETS_AT_ONCE && socket.receive().receive() > 0; i++) {
            tell(new NodeEvent.PacketReceived(socket.linkIndex(), socket.receive().source(), socket.local(),
                    socket.receive().ttl(), socket.receive().packet()));
        }
    }

    /// Whoever sets the wall clock tells nobody, so it is looked at in each turn; that costs no system call.
    private void compareClocks() {
        if (wallClock.wasSet()) {
            tell(new NodeEvent.WallClockSet(wallClock.offsetNanos()));
            journal.clockSet(wallClock.offsetNanos());
        }
    }

    /// Bounded like packets: somebody may be changing thousands of addresses.
    private void onNetlink() {
        for (int i = 0; i < REPORTS_AT_ONCE || kernel.isInMidst(); i++) {
            Optional<NodeEvent> event = kernel.next();
            if (event.isEmpty()) {
                return;
            }
            tell(event.get());
        }
    }

    private void onScripts() {
        scripts.beginTurn();
        for (Optional<NodeEvent> answer = scripts.next(); answer.isPresent(); answer = scripts.next()) {
            tell(answer.get());
        }
    }

    private void onReports() {
        Watch reports = watch.orElseThrow();
        reports.openMail();
        for (Optional<Report> report = reports.next(); report.isPresent(); report = reports.next()) {
            switch (report.get()) {
                case Report.Happened happened -> tell(happened.event());
                case Report.LinkPolled polled -> {
                    Optional<NodeEvent> event = kernel.polled(polled);
                    if (event.isPresent()) {
                        tell(event.get());
                    }
                }
                case Report.Failed failed -> throw new IllegalStateException("watching failed", failed.reason());
            }
        }
    }

    /// Not while addresses wait to be added: they would seem to be missing, and be added twice.
    private void resync() {
        if (kernel.hasLost() && !runner.isBehind() && exitCode.isEmpty()) {
            log.info("reports of the kernel were lost: interfaces and addresses are read again");
            tell(kernel.resynced());
        }
    }

    private void onTimer() {
        if (timer.read() == 0) {
            return;
        }
        Duration late = MonoClock.now().since(armedFor);
        armedFor = new MonoTime(Long.MAX_VALUE);
        if (late.compareTo(NOTICEABLE) > 0) {
            tell(new NodeEvent.LoopLate(late));
            settings.late(late);
        }
        tell(new NodeEvent.TimerFired());
    }

    private void arm() {
        if (node.isEmpty()) {
            return;
        }
        Optional<MonoTime> deadline = node.get().nextDeadline();
        if (deadline.isEmpty()) {
            if (armedFor.nanos() != Long.MAX_VALUE) {
                armedFor = new MonoTime(Long.MAX_VALUE);
                timer.disarm();
            }
        } else if (deadline.get().nanos() != armedFor.nanos()) {
            armedFor = deadline.get();
            timer.armAt(armedFor);
        }
    }

    /// Gives the node one event, carries out what it decides, and tells it what that came to.
    private void tell(NodeEvent event) {
        if (node.isEmpty()) {
            return;
        }
        List<Action> actions = node.get().on(event, MonoClock.now());
        Optional<MonoTime> deadline = node.get().nextDeadline();
        if (deadline.isPresent()) {
            runner.endTurnBy(deadline.get());
        }
        runner.run(actions);
        hearWhatWasLearnt();
    }

    private void hearWhatWasLearnt() {
        for (Optional<NodeEvent> learnt = runner.learnt(); learnt.isPresent(); learnt = runner.learnt()) {
            runner.run(node.orElseThrow().on(learnt.get(), MonoClock.now()));
        }
    }

    // ---- the parent

    private void onControl(int events) {
        if ((events & Epoll.EPOLLOUT) != 0) {
            control.flush();
        }
        for (Optional<ControlMessage> message = control.receive(); message.isPresent() && exitCode.isEmpty();
                message = control.receive()) {
            onMessage(message.get());
        }
        if (control.isClosed() && exitCode.isEmpty()) {
            // The parent is dead: leave in good order rather than hold addresses nobody can take away.
            stopForGood();
        }
    }

    private void onMessage(ControlMessage message) {
        switch (message) {
            case ControlMessage.SnapshotPart part -> configs.add(part);
            case ControlMessage.Prepare prepare -> control.send(new ControlMessage.Prepared(
                    prepare.generation(), configs.prepare(prepare, kernel.host())));
            case ControlMessage.Commit commit -> commit(commit.generation());
            case ControlMessage.Abort abort -> configs.abort(abort.generation());
            case ControlMessage.Stop _ -> stopForGood();
            case ControlMessage.HandOver _ -> handOver();
            case ControlMessage.Rehearse _ -> rehearse();
            case ControlMessage.AskStatus ask -> control.send(node.isPresent()
                    ? StatusLines.page(node.get(), ask.from(), MonoClock.now())
                    : new ControlMessage.StatusPage(ask.from(), -1, ByteBuffer.allocate(0)));
            case ControlMessage.Prepared _, ControlMessage.Committed _, ControlMessage.Failed _,
                    ControlMessage.SendMail _, ControlMessage.StatusPage _ -> { }
        }
    }

    private void commit(int generation) {
        Optional<VrrpConfig> config = configs.commit(generation);
        if (config.isPresent()) {
            apply(config.get());
            control.send(new ControlMessage.Committed(generation));
        }
    }

    private void apply(VrrpConfig config) {
        ProcessDefaults.apply(options, config.global());
        settings.apply(config.global(), config.node());
        kernel.size(config.global().netlinkBuffers(), config.addressCount());
        if (node.isPresent()) {
            log.info("Reloading");
            journal.reload(config.node());
            notify.configure(config.global(), epoll, MAILS);
            scripts.keepOnly(config.node().surroundings().trackers().scripts());
            tell(new NodeEvent.ReloadCommitted(config.node()));
            watch(config);
            if (config.global().services().pipes().statesOnReload()) {
                node.get().presentNotices().forEach(notify.notifications()::tell);
            }
            return;
        }
        if (config.global().localIgmpDisabled()) {
            localIgmp.disable();
        }
        notify.configure(config.global(), epoll, MAILS);
        start(config);
        // Not earlier: an owner's first advertisement would wait for it.
        if (!rehearsed) {
            WarmUp.begin();
        }
        notify.notifications().begin();
        pidFile.write(names.vrrpPidFile(options, config.global()), log);
    }

    private void start(VrrpConfig config) {
        wallClock.wasSet();
        scripts.noteIn(names.vrrpScripts(options, config.global(), Processes.pid()));
        Memory memory = journal.open(names.vrrpJournal(options, config.global()), config.node(),
                wallClock.offsetNanos());
        node = Optional.of(new Node(config.node()));
        tell(new NodeEvent.WallClockSet(wallClock.offsetNanos()));
        watch(config);
        tell(kernel.resynced());
        tell(new NodeEvent.Started(memory));
    }

    /// What is watched is known when this returns; nothing is there for it before there is something to watch.
    private void watch(VrrpConfig config) {
        if (watch.isEmpty() && !config.isWatchful()) {
            return;
        }
        if (watch.isEmpty()) {
            watch = Optional.of(Watch.open(log));
            epoll.add(watch.get().fd(), Epoll.EPOLLIN, WATCH);
        }
        for (NodeEvent event : kernel.poll(config.polledLinks())) {
            tell(event);
        }
        watch.get().adjust(config.node().surroundings().trackers(), config.polledLinks(),
                config.global().services().processes());
        onReports();
    }

    private void onSignals() {
        for (int signal = signals.read(); signal != 0; signal = signals.read()) {
            switch (signal) {
                case Signals.SIGTERM -> stop();
                case Signals.SIGINT -> {
                    if (!options.ignoreSigint()) {
                        stop();
                    }
                }
                // Straight to this process: the saved configuration once more.
                case Signals.SIGHUP -> configs.running().ifPresent(this::apply);
                default -> log.warning("this version writes no data on signal " + signal);
            }
        }
    }

    /// The daemon ends, and with it this process's pid file. After a signal to this process alone its successor needs
    /// the file, which the parent has locked.
    private void stopForGood() {
        pidFile.discardAtEnd();
        stop();
    }

    private void rehearse() {
        WarmUp.complete();
        rehearsed = true;
    }

    /// A successor goes on with what is here: masters stay silent about their end, and addresses where they are.
    private void handOver() {
        scripts.stop();
        runner.finish();
        notify.notifications().letGo();
        notify.forward(control);
        log.info("Handing over");
        exitCode = Optional.of(ExitCode.OK);
    }

    /// Gives up what the instances hold, as far as that still works, after something failed that should not have.
    void resign() {
        try {
            stop();
        } catch (RuntimeException e) {
            log.error("could not resign in good order: " + e);
        }
    }

    private void stop() {
        if (exitCode.isEmpty()) {
            scripts.stop();
            notify.notifications().stop();
            tell(new NodeEvent.StopRequested(options.release()));
            runner.finish();
            notify.notifications().finish();
            notify.forward(control);
            scripts.awaitEnd();
            journal.stopped();
            exitCode = Optional.of(ExitCode.OK);
        }
    }

    @Override
    public void close() {
        watch.ifPresent(Watch::close);
        sockets.close();
        localIgmp.restore();
        packets.close();
        kernel.close();
        journal.close();
        scripts.close();
        notify.close();
        timer.close();
        epoll.close();
        pidFile.close();
        if (exitCode.isPresent()) {
            log.info("Stopped");
        }
    }
}
