package io.holdfast.daemon.parent;

import io.holdfast.base.MonoTime;
import io.holdfast.linux.sys.ByteStream;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.Epoll;
import io.holdfast.linux.sys.ExitStatus;
import io.holdfast.linux.sys.MemoryFile;
import io.holdfast.linux.sys.MonoClock;
import io.holdfast.linux.sys.PidFd;
import io.holdfast.linux.sys.Processes;
import io.holdfast.linux.sys.Signals;
import io.holdfast.linux.sys.Spawn;
import io.holdfast.linux.sys.Spawner;
import io.holdfast.supervise.ExitCode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A new image tries, as `-t`, whether it runs here, knows our options, and would run what we run. A process beside us:
/// nothing of ours changes.
final class ImageCheck implements AutoCloseable {
    /// A JVM's start takes a fraction of a second, even on a busy machine a few.
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SNAPSHOT = 3;
    private static final int STDOUT = 1;
    private static final int STDERR = 2;
    private static final int MOST_OUTPUT = 2000;

    private final PidFd process;
    private final ByteStream output;
    private final MonoTime deadline;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private ImageCheck(PidFd process, ByteStream output) {
        this.process = process;
        this.output = output;
        deadline = MonoClock.now().plus(PATIENCE);
    }

    /// @param launcher  the program of the new image
    /// @param arguments the options of the daemon
    /// @throws io.holdfast.linux.sys.KernelException if it cannot be started
    static ImageCheck start(String launcher, List<String> arguments, byte[] snapshot) {
        String handed = Inheritance.OPTION + Inheritance.toCheck(Processes.pid(), SNAPSHOT).text();
        ByteStream.Pipe pipe = ByteStream.Pipe.open();
        try (Descriptor file = MemoryFile.of("configuration", snapshot); ByteStream end = pipe.in()) {
            int pid = Spawner.start(Spawn.program(launcher, Replacement.words(handed, "-t", arguments))
                    .duplicating(file.fd(), SNAPSHOT).duplicating(end.fd(), STDOUT)
                    .duplicating(end.fd(), STDERR));
            return new ImageCheck(PidFd.open(pid), pipe.out());
        } catch (RuntimeException e) {
            pipe.out().close();
            throw e;
        }
    }

    /// @param token readable when it has said something; `token + 1` when it has ended
    void watchedBy(Epoll epoll, long token) {
        epoll.add(output.fd(), Epoll.EPOLLIN, token);
        epoll.add(process.fd(), Epoll.EPOLLIN, token + 1);
    }

    MonoTime deadline() {
        return deadline;
    }

    /// Reads what it says; keeps the beginning.
    ///
    /// @return false when nothing more will come
    boolean listen() {
        byte[] bytes = new byte[MOST_OUTPUT];
        int length = output.read(bytes);
        if (length > 0) {
            said.write(bytes, 0, Math.min(length, MOST_OUTPUT - said.size()));
        }
        return length != 0;
    }

    void unwatchOutput(Epoll epoll) {
        epoll.remove(output.fd());
    }

    /// Why the image will not do, once that is known: an empty reason if it will.
    Optional<String> verdict() {
        Optional<ExitStatus> status = process.reap();
        if (status.isEmpty()) {
            return Optional.empty();
        }
        while (said.size() < MOST_OUTPUT && listenOnce()) {
            // What it said last may still be in the pipe.
        }
        boolean fits = status.get() instanceof ExitStatus.Exited(int code) && code == ExitCode.OK;
        return Optional.of(fits ? "" : "it fails its own check" + describe(status.get()));
    }

    private boolean listenOnce() {
        int before = said.size();
        listen();
        return said.size() > before;
    }

    private String describe(ExitStatus status) {
        String how = switch (status) {
            case ExitStatus.Exited(int code) -> " (exit status " + code + ")";
            case ExitStatus.Killed(int signal, boolean _) -> " (ended by signal " + signal + ")";
        };
        String text = said.toString(StandardCharsets.UTF_8).strip();
        return text.isEmpty() ? how : how + ": " + text;
    }

    /// It takes too long.
    void kill() {
        process.send(Signals.SIGKILL);
    }

    @Override
    public void close() {
        output.close();
        process.close();
    }
}
