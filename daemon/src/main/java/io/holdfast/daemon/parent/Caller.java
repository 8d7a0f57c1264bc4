package io.holdfast.daemon.parent;

import io.holdfast.base.JsonLine;
import io.holdfast.control.ControlRequest;
import io.holdfast.linux.sys.ByteStream;
import io.holdfast.linux.sys.Epoll;
import io.holdfast.linux.sys.Errno;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Somebody at the control socket: one request, the lines of its answer, the end. Nothing here waits for them.
final class Caller {
    /// More than is said at once. Whoever lets that much lie has stopped reading.
    private static final int MOST_UNSENT = 64 * 1024;

    private final ByteStream stream;
    private final Epoll epoll;
    private final long token;
    private final ByteArrayOutputStream request = new ByteArrayOutputStream();
    private byte[] unsent = {};
    private Optional<Runnable> more = Optional.empty();
    private boolean asked;
    private boolean answered;
    private boolean goingOn;
    private boolean closed;

    Caller(ByteStream stream, Epoll epoll, long token) {
        this.stream = stream;
        this.epoll = epoll;
        this.token = token;
        epoll.add(stream.fd(), Epoll.EPOLLIN, token);
    }

    /// One whose request was read by the image before this one.
    static Caller waiting(ByteStream stream, Epoll epoll, long token) {
        Caller caller = new Caller(stream, epoll, token);
        caller.asked = true;
        return caller;
    }

    long token() {
        return token;
    }

    ByteStream stream() {
        return stream;
    }

    boolean hasAsked() {
        return asked;
    }

    boolean isClosed() {
        return closed;
    }

    /// @return the request, in the moment it is complete
    Optional<ControlRequest> onReady(int events) {
        if ((events & Epoll.EPOLLOUT) != 0) {
            flush();
        }
        byte[] bytes = new byte[ControlRequest.MAX_LENGTH];
        int length = closed ? -Errno.EAGAIN : stream.read(bytes);
        if (length == 0 || isFinal(length)) {
            close();
        }
        return length > 0 && !asked ? request(bytes, length) : Optional.empty();
    }

    private Optional<ControlRequest> request(byte[] bytes, int length) {
        request.write(bytes, 0, length);
        String text = request.toString(StandardCharsets.UTF_8);
        int end = text.indexOf('\n');
        asked = end >= 0 || request.size() >= ControlRequest.MAX_LENGTH;
        if (end >= 0) {
            return Optional.of(ControlRequest.parse(text.substring(0, end)));
        }
        return asked ? Optional.of(new ControlRequest.Unknown("the request is too long")) : Optional.empty();
    }

    /// A line of the answer that is not the last.
    void tell(JsonLine line) {
        tell((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /// Lines that are not the last, each with its end.
    void tell(ByteBuffer lines) {
        byte[] bytes = new byte[lines.remaining()];
        lines.duplicate().get(bytes);
        tell(bytes);
    }

    private void tell(byte[] bytes) {
        if (unsent.length + bytes.length > MOST_UNSENT) {
            close();
            return;
        }
        byte[] all = Arrays.copyOf(unsent, unsent.length + bytes.length);
        System.arraycopy(bytes, 0, all, unsent.length, bytes.length);
        unsent = all;
        flush();
    }

    /// Goes on with the answer once all of it so far is read.
    void feed(Runnable next) {
        more = Optional.of(next);
        goOn();
    }

    /// What goes on may have more yet, and so on: in a loop, not ever deeper.
    private void goOn() {
        if (goingOn) {
            return;
        }
        goingOn = true;
        while (more.isPresent() && unsent.length == 0 && !closed) {
            Runnable next = more.get();
            more = Optional.empty();
            next.run();
        }
        goingOn = false;
    }

    /// The last line.
    void answer(JsonLine line) {
        answered = true;
        tell(line);
    }

    /// The last line: no.
    void refuse(String reason) {
        answer(new JsonLine().put("ok", false).put("error", reason));
    }

    private void flush() {
        if (closed) {
            return;
        }
        int sent = unsent.length == 0 ? 0 : stream.write(unsent, 0, unsent.length);
        if (isFinal(sent)) {
            close();
            return;
        }
        unsent = Arrays.copyOfRange(unsent, Math.max(0, sent), unsent.length);
        if (unsent.length == 0 && answered) {
            close();
        } else {
            epoll.modify(stream.fd(), unsent.length == 0 ? Epoll.EPOLLIN : Epoll.EPOLLIN | Epoll.EPOLLOUT, token);
            goOn();
        }
    }

    private static boolean isFinal(int result) {
        return result < 0 && result != -Errno.EAGAIN && result != -Errno.EINTR;
    }

    void close() {
        if (!closed) {
            closed = true;
            epoll.remove(stream.fd());
            stream.close();
        }
    }
}
