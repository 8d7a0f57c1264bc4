package io.holdfast.daemon.notify;

import io.holdfast.daemon.process.Log;
import io.holdfast.daemon.script.ScriptLoop;
import io.holdfast.daemon.script.ScriptRun;
import io.holdfast.daemon.script.ScriptRunner;
import io.holdfast.linux.sys.ByteStream;
import io.holdfast.linux.sys.Epoll;
import io.holdfast.linux.sys.Errno;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.MonoClock;
import io.holdfast.notify.PipeSpec;
import io.holdfast.script.CommandSpec;
import io.holdfast.track.ScriptResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A named pipe that is written to, and its reader (`daemon.md` 5.5). While the pipe is full, lines wait; what is too
/// much is lost, which is said every now and then.
final class Pipe implements AutoCloseable {
    /// Between one complaint about lost lines and the next.
    private static final Duration QUIET = Duration.ofSeconds(10);
    /// How long a reader has for what is still in the pipe once it was asked to end.
    static final Duration READER_PATIENCE = Duration.ofSeconds(1);

    private final PipeSpec spec;
    private final ScriptLoop loop;
    private final Runnable changed;
    private final Log log;
    private final PipeFile file;
    private final Optional<ScriptRun> reader;
    private final ByteStream stream;
    private final LineQueue waiting = new LineQueue();
    private Optional<ScriptLoop.Watch> room = Optional.empty();
    private Optional<ScriptLoop.Alarm> complaint = Optional.empty();

    private Pipe(PipeSpec spec, ScriptRunner scripts, Runnable changed, Log log) {
        this.spec = spec;
        this.loop = scripts.loop();
        this.changed = changed;
        this.log = log;
        file = PipeFile.make(spec);
        try {
            reader = spec.reader().flatMap(command -> scripts.start(withPath(command), Optional.empty(), this::onEnd));
            stream = file.open();
        } catch (KernelException e) {
            file.close();
            throw e;
        }
    }

    /// Makes the pipe if it does not exist, starts its reader, opens it.
    ///
    /// @param changed is run when it may be [done][#isDone]
    /// @return empty if that is impossible, which is logged
    static Optional<Pipe> open(PipeSpec spec, ScriptRunner scripts, Runnable changed, Log log) {
        try {
            return Optional.of(new Pipe(spec, scripts, changed, log));
        } catch (KernelException e) {
            log.error("nothing is written to the named pipe " + spec.path() + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private CommandSpec withPath(CommandSpec command) {
        List<String> arguments = new ArrayList<>(command.arguments());
        arguments.add(spec.path());
        return new CommandSpec(command.executable(), arguments, command.as());
    }

    private void onEnd(ScriptResult result) {
        if (result.kind() != ScriptResult.Kind.TIMED_OUT) {
            log.info("the reader of the named pipe " + spec.path() + " has ended: " + result
                    + "; it is not started again");
        }
        changed.run();
    }

    void write(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        if (waiting.isEmpty() && isWritten(bytes)) {
            return;
        }
        if (!waiting.add(bytes)) {
            complain();
        } else if (room.isEmpty()) {
            room = Optional.of(loop.watch(stream.fd(), Epoll.EPOLLOUT, _ -> goOn()));
        }
    }

    /// @return false if there is no room: the kernel takes lines as short as these whole or not at all
    private boolean isWritten(byte[] line) {
        int result = stream.write(line, 0, line.length);
        if (result == -Errno.EAGAIN) {
            return false;
        }
        if (result < 0) {
            log.warning("write to the named pipe " + spec.path() + ": " + Errno.describe(-result));
        }
        return true;
    }

    private void goOn() {
        for (Optional<byte[]> line = waiting.first(); line.isPresent() && isWritten(line.get());
                line = waiting.first()) {
            waiting.removeFirst();
        }
        if (waiting.isEmpty()) {
            room.ifPresent(ScriptLoop.Watch::end);
            room = Optional.empty();
            changed.run();
        }
    }

    private void complain() {
        if (complaint.isEmpty()) {
            sayLost();
            complaint = Optional.of(loop.at(MonoClock.now().plus(QUIET), this::complainAgain));
        }
    }

    private void complainAgain() {
        complaint = Optional.empty();
        if (sayLost()) {
            complain();
        }
    }

    private boolean sayLost() {
        long lost = waiting.takeLost();
        if (lost > 0) {
            log.warning(lost + (lost == 1 ? " line" : " lines") + " for the named pipe " + spec.path()
                    + " lost: it is full, as its reader does not keep up");
        }
        return lost > 0;
    }

    /// Asks the reader to end; after a second it is forced to.
    void endReader() {
        reader.ifPresent(run -> run.end(READER_PATIENCE));
    }

    /// Whether nothing waits and nobody reads any more.
    boolean isDone() {
        return waiting.isEmpty() && (reader.isEmpty() || reader.get().isOver());
    }

    /// Removes the pipe too, if it was made here.
    @Override
    public void close() {
        sayLost();
        complaint.ifPresent(ScriptLoop.Alarm::cancel);
        room.ifPresent(ScriptLoop.Watch::end);
        stream.close();
        try {
            file.remove();
        } catch (KernelException e) {
            log.warning(String.valueOf(e.getMessage()));
        }
        file.close();
    }
}
