package io.holdfast.daemon.parent;

import io.holdfast.base.JsonLine;
import io.holdfast.base.MonoTime;
import io.holdfast.control.ControlMessage;
import io.holdfast.control.ControlRequest;
import io.holdfast.daemon.process.Log;
import io.holdfast.linux.sys.ByteStream;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.Epoll;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What operators ask of the running daemon at its control socket, and what is answered.
final class Operations implements ControlSocket.Service, AutoCloseable {
    private static final long CHECK = 100;
    private static final long SOCKET = 1000;

    /// The daemon that is asked.
    interface Daemon extends Upgrade.Daemon {
        /// Adds what there is to know about it.
        JsonLine describe(JsonLine line);

        /// Asks its VRRP process, which answers at [#answered].
        ///
        /// @return false if there is none
        boolean askVrrp(ControlMessage.AskStatus message);
    }

    private final Daemon daemon;
    private final Upgrade upgrade;
    private final Epoll epoll;
    private final Log log;
    private final JournalDesk journal = new JournalDesk();
    private final StatusDesk status;
    private Optional<ControlSocket> socket = Optional.empty();
    private Optional<Caller> upgrader = Optional.empty();

    /// Uses tokens of this epoll from 100 on, 200 to 299 excepted.
    Operations(Daemon daemon, Invocation invocation, List<String> arguments, Epoll epoll) {
        this.daemon = daemon;
        this.epoll = epoll;
        log = invocation.log();
        status = new StatusDesk(daemon::askVrrp, this::description);
        upgrade = new Upgrade(daemon, invocation.names().program(), arguments, epoll, CHECK, log);
    }

    /// @param vrrpJournal the journal of the VRRP process
    void open(Path path, Path vrrpJournal) {
        journal.use(vrrpJournal);
        if (socket.isEmpty()) {
            socket = ControlSocket.open(path, epoll, SOCKET, this, log);
        }
    }

    /// Nobody may ask any more; who waits for an answer is left without one.
    void shut() {
        socket.ifPresent(ControlSocket::close);
        socket = Optional.empty();
    }

    /// Goes on where the image before this one stopped.
    void adopt(Inheritance inheritance, Path path) {
        inheritance.listener().ifPresent(
                fd -> socket = ControlSocket.adopt(Descriptor.adopt(fd), path, epoll, SOCKET, this));
        inheritance.caller().ifPresent(fd -> {
            ByteStream caller = ByteStream.over(Descriptor.adopt(fd));
            upgrader = socket.map(found -> found.adoptCaller(caller));
        });
    }

    Optional<ControlSocket> socket() {
        return socket;
    }

    boolean isUpgradeUnderWay() {
        return upgrade.isUnderWay() || upgrader.isPresent();
    }

    @Override
    public void asked(ControlRequest request, Caller caller) {
        switch (request) {
            case ControlRequest.Status _ -> status.asked(caller);
            case ControlRequest.Why why -> journal.why(why, caller);
            case ControlRequest.Events events -> journal.events(events, caller);
            case ControlRequest.Upgrade asked -> upgrade.begin(
                    asked.image().map(path -> new Image(Path.of(path))).orElseGet(Image::running), caller);
            case ControlRequest.Unknown unknown -> caller.refuse(unknown.reason());
        }
    }

    private JsonLine description() {
        return daemon.describe(new JsonLine().put("ok", true));
    }

    /// The VRRP process says how a part of it stands.
    void answered(ControlMessage.StatusPage page) {
        status.answered(page);
    }

    /// The upgrade that led to this image is complete.
    void upgraded() {
        Optional<Caller> waiting = upgrader;
        upgrader = Optional.empty();
        waiting.ifPresent(caller -> caller.answer(description()));
    }

    /// It ended half-way: the parent is new, the children are not.
    void notUpgraded(String reason) {
        upgrader.ifPresent(caller -> caller.refuse(reason));
        upgrader = Optional.empty();
    }

    boolean owns(long token) {
        return upgrade.owns(token) || token >= SOCKET;
    }

    void onReady(long token, int events) {
        if (upgrade.owns(token)) {
            upgrade.onReady(token);
        } else {
            socket.ifPresent(found -> found.onReady(token, events));
        }
    }

    Optional<MonoTime> deadline() {
        return Deadlines.earlier(upgrade.deadline(), Deadlines.earlier(journal.deadline(), status.deadline()));
    }

    void onTimer(MonoTime now) {
        upgrade.onTimer(now);
        journal.onTimer(now);
        status.onTimer(now);
    }

    @Override
    public void close() {
        shut();
    }
}
