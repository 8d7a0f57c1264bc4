package io.holdfast.daemon.process;

import io.holdfast.control.ControlMessage;
import io.holdfast.control.ControlWire;
import io.holdfast.linux.socket.MessageSocket;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.Epoll;
import io.holdfast.linux.sys.Errno;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Optional;

/// One end of the socket between a parent and a child, in messages. Never blocks: what the other side does not take at
/// once waits here until the loop sees that it can be written.
public final class ControlChannel implements AutoCloseable {
    private final MessageSocket socket;
    private final ByteBuffer outgoing = ByteBuffer.allocate(ControlWire.MAX_LENGTH);
    private final ArrayDeque<ByteBuffer> waiting = new ArrayDeque<>();
    private Optional<Epoll> epoll = Optional.empty();
    private long token;
    private boolean closed;

    public ControlChannel(Descriptor descriptor) {
        socket = MessageSocket.over(descriptor, ControlWire.MAX_LENGTH);
    }

    public int fd() {
        return socket.fd();
    }

    /// For handing this end to another program.
    public Descriptor descriptor() {
        return socket.descriptor();
    }

    /// Names the loop that watches this channel, so that it can be asked for EPOLLOUT when a message has to wait.
    public void watchedBy(Epoll loop, long itsToken) {
        epoll = Optional.of(loop);
        token = itsToken;
    }

    public void send(ControlMessage message) {
        if (closed) {
            return;
        }
        ControlWire.write(message, outgoing.clear());
        outgoing.flip();
        if (!waiting.isEmpty() || !sent(outgoing)) {
            waiting.add(ByteBuffer.allocate(outgoing.remaining()).put(outgoing).flip());
            watch(Epoll.EPOLLIN | Epoll.EPOLLOUT);
        }
    }

    /// Sends on what had to wait.
    public void flush() {
        while (!waiting.isEmpty() && sent(waiting.peek())) {
            waiting.remove();
        }
        if (waiting.isEmpty()) {
            watch(Epoll.EPOLLIN);
        }
    }

    /// @return false if it has to wait: the other side, or memory, is short. To somebody who is gone it is as good as
    ///         sent; that they are is told by [#receive].
    private boolean sent(ByteBuffer message) {
        int errno = socket.send(message);
        return errno == 0 || errno == Errno.EPIPE || errno == Errno.ECONNRESET;
    }

    private void watch(int interest) {
        epoll.ifPresent(loop -> loop.modify(socket.fd(), interest, token));
    }

    /// The next message that has arrived. Empty if there is none, and then [#isClosed] tells whether any will come.
    public Optional<ControlMessage> receive() {
        while (!closed) {
            int length = socket.receive();
            if (length == -Errno.EAGAIN || length == -Errno.EINTR) {
                return Optional.empty();
            }
            if (length <= 0) {
                closed = true;
            } else {
                Optional<ControlMessage> message = ControlWire.read(socket.message());
                if (message.isPresent()) {
                    return message;
                }
                // From another version of ourselves; what we do not know we cannot follow.
            }
        }
        return Optional.empty();
    }

    /// Whether the other side is gone.
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        socket.close();
    }
}
