package io.holdfast.daemon.script;

import io.holdfast.linux.sys.EventFd;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What other threads tell a loop, in order and without a lock. Its descriptor is readable while there may be
/// something.
public final class Inbox<T> implements AutoCloseable {
    private final ConcurrentLinkedQueue<T> queue = new ConcurrentLinkedQueue<>();
    private final EventFd event = EventFd.open();

    /// An empty one.
    public Inbox() {}

    /// From any thread, until it is closed.
    public void post(T message) {
        queue.add(message);
        event.signal();
    }

    /// To be watched for [io.holdfast.linux.sys.Epoll#EPOLLIN].
    public int fd() {
        return event.fd();
    }

    /// Before the first [#poll] of a turn.
    public void beginTurn() {
        event.drain();
    }

    /// The next message, for the loop alone.
    public Optional<T> poll() {
        return Optional.ofNullable(queue.poll());
    }

    @Override
    public void close() {
        event.close();
    }
}
