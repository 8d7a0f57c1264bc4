package io.holdfast.daemon.parent;

import io.holdfast.base.MonoTime;
import io.holdfast.control.ControlMessage;
import io.holdfast.daemon.process.ControlChannel;
import io.holdfast.daemon.process.Log;
import io.holdfast.linux.socket.SocketPair;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.Epoll;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.PidFd;
import io.holdfast.linux.sys.Signals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The children that the image before this one started. They go on as if nothing had happened, until their successors
/// stand ready; and if those never do, for good.
final class Predecessors {
    /// They only have to end, which takes milliseconds.
    private static final Duration TO_END = Duration.ofSeconds(2);

    private record Predecessor(ChildKind kind, ChildProcess process) {}

    private final Epoll epoll;
    private final long token;
    private final Log log;
    private final List<Predecessor> running = new ArrayList<>();
    private Optional<MonoTime> endBy = Optional.empty();
    private boolean leaving;

    /// @param token what all events of theirs come under
    Predecessors(Epoll epoll, long token, Log log) {
        this.epoll = epoll;
        this.token = token;
        this.log = log;
    }

    /// Takes over what it was told of, if it is what it was told to be.
    void adopt(Inheritance.Left left) {
        Descriptor channel = Descriptor.adopt(left.channel());
        if (!SocketPair.isEnd(channel)) {
            log.error("no socket to the " + left.kind().title + " process was handed over");
            return;
        }
        try {
            PidFd process = PidFd.open(left.pid());
            if (process.isChild()) {
                watch(new Predecessor(left.kind(), new ChildProcess(
                        process, new ControlChannel(channel), new MonoTime(left.startedNanos()))));
                return;
            }
            process.close();
        } catch (KernelException e) {
            // No such process: the same as one that is not ours.
        }
        log.error("process " + left.pid() + ", handed over as " + left.kind().title + " process, is none of ours");
        channel.close();
    }

    private void watch(Predecessor predecessor) {
        epoll.add(predecessor.process().channel().fd(), Epoll.EPOLLIN, token);
        epoll.add(predecessor.process().pidFd().fd(), Epoll.EPOLLIN, token);
        running.add(predecessor);
    }

    private void forget(Predecessor predecessor) {
        running.remove(predecessor);
        epoll.remove(predecessor.process().channel().fd());
        epoll.remove(predecessor.process().pidFd().fd());
    }

    List<ChildKind> kinds() {
        return running.stream().map(Predecessor::kind).toList();
    }

    /// Whether none runs, or none any more.
    boolean isEmpty() {
        return running.isEmpty();
    }

    /// Whether none of them can speak, or hold anything of theirs, any more: they may still be writing their last log
    /// lines.
    boolean areSilent() {
        for (Predecessor predecessor : running) {
            if (!predecessor.process().channel().isClosed()) {
                return false;
            }
        }
        return true;
    }

    /// Whether they were told to make room, from where there is no way back.
    boolean areLeaving() {
        return leaving;
    }

    /// Tells them to make room, each for its successor.
    void handOver(MonoTime now) {
        leaving = true;
        endBy = Optional.of(now.plus(TO_END));
        tellAll(new ControlMessage.HandOver());
    }

    void tellAll(ControlMessage message) {
        for (Predecessor predecessor : running) {
            predecessor.process().channel().send(message);
        }
    }

    /// One of them has closed its socket, or has ended.
    void onReady() {
        for (Predecessor predecessor : List.copyOf(running)) {
            listen(predecessor.process().channel());
            predecessor.process().pidFd().reap().ifPresent(status -> {
                log.detail(ChildEnd.describe(predecessor.kind(), predecessor.process().pidFd().pid(), status));
                forget(predecessor);
                predecessor.process().close();
            });
        }
    }

    /// They have nothing to say that would matter now; that they close the socket does.
    private void listen(ControlChannel channel) {
        while (channel.receive().isPresent()) {
            log.detail("a message of the process before is left aside");
        }
        if (channel.isClosed()) {
            epoll.remove(channel.fd());
        }
    }

    boolean owns(long event) {
        return event == token;
    }

    Optional<MonoTime> deadline() {
        return running.isEmpty() ? Optional.empty() : endBy;
    }

    void onTimer(MonoTime now) {
        if (Deadlines.isPast(deadline(), now)) {
            endBy = Optional.empty();
            kill();
        }
    }

    /// What they hold stays where it is, which is what their successors expect.
    void kill() {
        for (Predecessor predecessor : running) {
            log.warning("the " + predecessor.kind().title + " process before did not end in time; forcing it to");
            predecessor.process().pidFd().send(Signals.SIGKILL);
        }
    }

    /// Lets go of those that still run: without us they end in good order.
    void close() {
        for (Predecessor predecessor : running) {
            predecessor.process().close();
        }
        running.clear();
    }

    /// Gives back the process of a kind, which stays after all.
    Optional<ChildProcess> keep(ChildKind kind) {
        for (Predecessor predecessor : running) {
            if (predecessor.kind() == kind) {
                forget(predecessor);
                return Optional.of(predecessor.process());
            }
        }
        return Optional.empty();
    }
}
