package io.holdfast.daemon.parent;

import io.holdfast.base.MonoTime;
import io.holdfast.control.ControlMessage;
import io.holdfast.daemon.process.Log;
import io.holdfast.linux.sys.Epoll;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The children of the parent as a group: where each is watched, which of them run, when one is due to come back.
final class Children {
    private static final long PATIENCE_MILLIS = 2_000;

    /// How a process comes to be.
    interface Starter {
        /// @throws KernelException if none can be had now
        ChildProcess start(ChildKind kind);
    }

    private final Epoll epoll;
    private final long firstToken;
    private final Starter starter;
    private final Log log;
    private final List<Child> children = new ArrayList<>();

    /// @param firstToken an even token; from it on even ones are control sockets and odd ones pidfds, two a child
    Children(Epoll epoll, long firstToken, Starter starter, Log log) {
        this.epoll = epoll;
        this.firstToken = firstToken;
        this.starter = starter;
        this.log = log;
    }

    void add(ChildKind kind) {
        Child child = new Child(kind);
        children.add(child);
        start(child);
    }

    boolean isEmpty() {
        return children.isEmpty();
    }

    List<Child> all() {
        return children;
    }

    /// Those that have a process, by the name a [io.holdfast.supervise.Rollout] knows them by.
    Set<String> running() {
        Set<String> names = new TreeSet<>();
        for (Child child : children) {
            if (child.process().isPresent()) {
                names.add(child.kind().title);
            }
        }
        return names;
    }

    boolean isNoneRunning() {
        return running().isEmpty();
    }

    void tellAll(ControlMessage message) {
        for (Child child : children) {
            child.process().ifPresent(process -> process.channel().send(message));
        }
    }

    /// @throws KernelException if no process can be had now
    void start(Child child) {
        ChildProcess process = starter.start(child.kind());
        child.started(process);
        watch(child, process);
    }

    private void watch(Child child, ChildProcess process) {
        long token = firstToken + 2L * children.indexOf(child);
        epoll.add(process.channel().fd(), Epoll.EPOLLIN, token);
        epoll.add(process.pidFd().fd(), Epoll.EPOLLIN, token + 1);
        process.channel().watchedBy(epoll, token);
    }

    /// Children are started before there is anybody to tell, so telling is a step of its own.
    void logStarted(Child child) {
        child.process().ifPresent(process ->
                log.info("Starting " + child.kind().title + " child process, pid=" + process.pidFd().pid()));
    }

    /// Ends a process at once and puts another, which runs already, in its place.
    void replace(Child child, ChildProcess by) {
        end(child);
        child.started(by);
        watch(child, by);
    }

    /// Ends a process at once.
    void end(Child child) {
        child.process().ifPresent(process -> {
            process.pidFd().send(Signals.SIGKILL);
            awaitEnd(process);
        });
        child.gone();
    }

    Child at(long token) {
        return children.get((int) ((token - firstToken) / 2));
    }

    static boolean isChannel(long token) {
        return (token & 1) == 0;
    }

    /// Stops watching a process that has ended, or that is to end because its socket closes.
    void forget(ChildProcess process) {
        epoll.remove(process.channel().fd());
        epoll.remove(process.pidFd().fd());
        process.close();
    }

    /// Lets go of all and waits until they have ended: a child whose socket is closed ends in good order.
    void abandon() {
        for (Child child : children) {
            child.process().ifPresent(process -> process.channel().close());
        }
        for (Child child : children) {
            child.process().ifPresent(this::awaitEnd);
            child.gone();
        }
        children.clear();
    }

    private void awaitEnd(ChildProcess process) {
        try (Epoll end = Epoll.open(1)) {
            end.add(process.pidFd().fd(), Epoll.EPOLLIN, 0);
            if (end.await(PATIENCE_MILLIS) == 0) {
                process.pidFd().send(Signals.SIGKILL);
                end.await(PATIENCE_MILLIS);
            }
            process.pidFd().reap();
        }
        forget(process);
    }

    Optional<MonoTime> nextRespawn() {
        Optional<MonoTime> next = Optional.empty();
        for (Child child : children) {
            next = Deadlines.earlier(next, child.respawnAt());
        }
        return next;
    }
}
