package io.holdfast.daemon.parent;

import io.holdfast.config.ConfigParser;
import io.holdfast.config.host.Host;
import io.holdfast.config.host.MemorySource;
import io.holdfast.config.text.ConfigReader;
import io.holdfast.config.text.ReaderOptions;
import io.holdfast.config.text.Snapshot;
import io.holdfast.control.ControlMessage;
import io.holdfast.daemon.process.ControlChannel;
import io.holdfast.daemon.process.Log;
import io.holdfast.linux.socket.SocketPair;
import io.holdfast.linux.sys.Epoll;
import io.holdfast.linux.sys.MonoClock;
import io.holdfast.linux.sys.PidFd;
import io.holdfast.linux.sys.Processes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A parent's child without a process: the socket to it is real, and the test reads what the child would.
final class FakeFamily implements AutoCloseable {
    final Children children;
    private final Epoll epoll = Epoll.open(4);
    private final List<ControlChannel> ends = new ArrayList<>();

    FakeFamily() {
        children = new Children(epoll, 4, this::start, Log.discarding());
    }

    /// The first child.
    Child child() {
        return children.all().getFirst();
    }

    /// A process number is needed; only the test's own is sure to exist.
    private ChildProcess start(ChildKind kind) {
        SocketPair pair = SocketPair.open();
        ends.add(new ControlChannel(pair.theirs()));
        return new ChildProcess(PidFd.open(Processes.pid()), new ControlChannel(pair.ours()), MonoClock.now());
    }

    /// As the parent does when the pidfd says so.
    void die(Deployment deployment) {
        ChildProcess dead = child().process().orElseThrow();
        children.forget(dead);
        child().died(dead, MonoClock.now());
        deployment.gone(child());
    }

    /// As the parent does when the delay is over.
    void comeBack(Deployment deployment) {
        children.start(child());
        deployment.bringUpToDate(child(), child().process().orElseThrow());
    }

    /// What the latest process has been told since this was last asked, snapshots left out.
    List<ControlMessage> heard() {
        List<ControlMessage> heard = new ArrayList<>();
        ControlChannel end = ends.getLast();
        for (Optional<ControlMessage> message = end.receive(); message.isPresent(); message = end.receive()) {
            if (!(message.get() instanceof ControlMessage.SnapshotPart)) {
                heard.add(message.get());
            }
        }
        return heard;
    }

    static LoadedConfig config(String text) {
        Snapshot snapshot = ConfigReader
                .read(new MemorySource(Map.of("/conf", text)), "/conf", ReaderOptions.of("test")).snapshot();
        return new LoadedConfig(ConfigParser.parse(snapshot, Host.offline()), snapshot.bytes());
    }

    @Override
    public void close() {
        for (Child child : children.all()) {
            child.process().ifPresent(ChildProcess::close);
        }
        ends.forEach(ControlChannel::close);
        epoll.close();
    }
}
