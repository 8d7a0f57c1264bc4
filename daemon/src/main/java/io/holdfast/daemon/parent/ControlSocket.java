package io.holdfast.daemon.parent;

import io.holdfast.control.ControlRequest;
import io.holdfast.daemon.process.Log;
import io.holdfast.linux.socket.UnixListener;
import io.holdfast.linux.sys.ByteStream;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.Epoll;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where operators ask a running daemon (`daemon.md` 13.1). Root may, and the user the daemon runs as.
///
/// The socket has its name from the parent's pid file, and whoever holds that file's lock owns the name: so a socket
/// found there belongs to a dead daemon, and is replaced.
final class ControlSocket implements AutoCloseable {
    private static final int MODE = 0600;
    /// How many are served at a time. One more, and the one that has kept us waiting longest is sent away.
    private static final int CALLERS = 8;
    private static final int ROOT = 0;

    /// Answers requests, at once or later, by [Caller#answer] or [Caller#refuse].
    interface Service {
        void asked(ControlRequest request, Caller caller);
    }

    private final Path path;
    private final UnixListener listener;
    private final Epoll epoll;
    private final long firstToken;
    private final Service service;
    private final List<Caller> callers = new ArrayList<>();
    private final int user = Processes.user();
    private long nextToken;

    private ControlSocket(Path path, UnixListener listener, Epoll epoll, long firstToken, Service service) {
        this.path = path;
        this.listener = listener;
        this.epoll = epoll;
        this.firstToken = firstToken;
        this.service = service;
        nextToken = firstToken + 1;
        epoll.add(listener.descriptor().fd(), Epoll.EPOLLIN, firstToken);
    }

    /// Makes the socket. The daemon runs without it, so that it cannot be made is only said.
    ///
    /// @param firstToken all tokens from here on are this socket's
    static Optional<ControlSocket> open(Path path, Epoll epoll, long firstToken, Service service, Log log) {
        try {
            removeStale(path);
            UnixListener listener = UnixListener.open(path.toString(), MODE, CALLERS);
            return Optional.of(new ControlSocket(path, listener, epoll, firstToken, service));
        } catch (KernelException | IllegalArgumentException | IOException e) {
            log.warning("no control socket: " + e.getMessage());
            return Optional.empty();
        }
    }

    /// Goes on with the socket of the image before this one, those who wait at it included.
    static Optional<ControlSocket> adopt(Descriptor handed, Path path, Epoll epoll, long firstToken, Service service) {
        return UnixListener.adopt(handed).map(found -> new ControlSocket(path, found, epoll, firstToken, service));
    }

    private static void removeStale(Path path) throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            if (!Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).isOther()) {
                throw new IOException(path + " is there, and no socket");
            }
            Files.deleteIfExists(path);
        }
    }

    Descriptor descriptor() {
        return listener.descriptor();
    }

    boolean owns(long token) {
        return token >= firstToken;
    }

    void onReady(long token, int events) {
        if (token == firstToken) {
            accept();
            return;
        }
        for (Caller caller : callers) {
            if (caller.token() == token) {
                caller.onReady(events).ifPresent(request -> service.asked(request, caller));
                break;
            }
        }
        callers.removeIf(Caller::isClosed);
    }

    private void accept() {
        listener.accept().ifPresent(found -> {
            if (found.user() == ROOT || found.user() == user) {
                makeRoom();
                callers.add(new Caller(found.stream(), epoll, nextToken++));
            } else {
                found.stream().close();
            }
        });
    }

    /// Who has asked is waiting for us, and not we for them.
    private void makeRoom() {
        callers.removeIf(Caller::isClosed);
        if (callers.size() >= CALLERS) {
            Caller slowest = callers.stream().filter(caller -> !caller.hasAsked()).findFirst()
                    .orElse(callers.getFirst());
            slowest.close();
            callers.remove(slowest);
        }
    }

    /// Who asked the image before this one, and waits for the answer.
    Caller adoptCaller(ByteStream stream) {
        Caller caller = Caller.waiting(stream, epoll, nextToken++);
        callers.add(caller);
        return caller;
    }

    /// Ends the service and removes the name. The pid file's lock must still be held.
    @Override
    public void close() {
        for (Caller caller : callers) {
            caller.close();
        }
        epoll.remove(listener.descriptor().fd());
        listener.close();
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // The next daemon replaces it.
        }
    }
}
