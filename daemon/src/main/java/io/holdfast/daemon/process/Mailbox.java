package io.holdfast.daemon.process;

import io.holdfast.linux.sys.EventFd;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/// What other threads have for a loop, in the order in which each of them posted it. Posting takes no lock and waits
/// for nobody, and costs a system call only if the loop does not know yet that there is something.
///
/// ```
/// epoll.add(mailbox.fd(), Epoll.EPOLLIN, MAIL);
/// ... when it is ready:
/// mailbox.open();
/// for (Optional<M> message = mailbox.next(); message.isPresent(); message = mailbox.next()) { ... }
/// ```
///
/// @param <M> immutable, since it goes from one thread to another
public final class Mailbox<M> implements AutoCloseable {
    private final ConcurrentLinkedQueue<M> messages = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean announced = new AtomicBoolean();
    private final EventFd bell = EventFd.open();

    /// Readable while there is something that [#open] has not been told of.
    public int fd() {
        return bell.fd();
    }

    /// From any thread, until the mailbox is closed.
    public void post(M message) {
        messages.add(message);
        if (!announced.getAndSet(true)) {
            bell.signal();
        }
    }

    /// Clears readiness: what is posted from now on makes it readable again. The loop must take everything that is in
    /// there now, or come back without being told.
    public void open() {
        bell.drain();
        announced.set(false);
    }

    /// The oldest message; empty if there is none. For the loop.
    public Optional<M> next() {
        return Optional.ofNullable(messages.poll());
    }

    /// Only once nobody posts any more.
    @Override
    public void close() {
        bell.close();
    }
}
