package io.holdfast.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A daemon running on a host, with its whole family of processes.
public final class Daemon implements AutoCloseable {
    private static final Duration TO_STOP = Duration.ofSeconds(10);

    private final Host host;
    private final Path directory;
    private final Background process;
    private final Timeline<LogLine> log;
    private List<ProcessHandle> family = List.of();

    private Daemon(Host host, Path directory, Background process) {
        this.host = host;
        this.directory = directory;
        this.process = process;
        this.log = process.lines();
    }

    /// Starts a daemon on a host with a configuration, in a fresh folder of the lab's.
    public static Daemon start(Lab lab, Host host, Software software, String configuration) {
        return start(lab, host, configuration, software::command);
    }

    /// How to run a program whose files are in a given directory.
    public interface Launch {
        List<String> command(Path directory);
    }

    /// Starts any program that way.
    public static Daemon start(Lab lab, Host host, String configuration, Launch launch) {
        try {
            Path directory = Files.createTempDirectory(lab.directory(), host.name() + "-");
            Files.writeString(directory.resolve("conf"), configuration);
            List<String> words = host.namespace().inside(launch.command(directory));
            return lab.own(new Daemon(host, directory, Background.startMerged(words)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Host host() {
        return host;
    }

    /// The process it was started as, which its parent goes on as.
    public long pid() {
        return process.handle().pid();
    }

    /// Where its configuration and pid files are.
    public Path directory() {
        return directory;
    }

    public Timeline<LogLine> log() {
        return log;
    }

    /// Waits for a line of the log that holds the given words.
    public LogLine expectLine(String words, Duration patience) {
        return log.expect("a line with \"" + words + "\" from " + host.name(), 0, line -> line.says(words), patience);
    }

    /// Everything it logged, once it has ended.
    public String awaitLog() {
        log.await(Integer.MAX_VALUE, _ -> false, TO_STOP);
        return log.all().stream().map(LogLine::text).collect(Collectors.joining("\n"));
    }

    /// SIGKILL to every process at one moment: the parent is stopped first, so that it cannot react.
    public Instant crash() {
        ProcessHandle parent = process.handle();
        signal(parent, "STOP");
        List<ProcessHandle> children = parent.descendants().toList();
        Instant at = Instant.now();
        children.forEach(ProcessHandle::destroyForcibly);
        parent.destroyForcibly();
        process.awaitExit(TO_STOP);
        return at;
    }

    /// SIGSTOP to every process: nothing of it runs until [#resume].
    public void pause() {
        family().forEach(process -> signal(process, "STOP"));
    }

    /// SIGCONT to every process.
    public void resume() {
        family().forEach(process -> signal(process, "CONT"));
    }

    private List<ProcessHandle> family() {
        ProcessHandle parent = process.handle();
        return Stream.concat(Stream.of(parent), parent.descendants()).toList();
    }

    /// How much processor time the child that speaks VRRP has used so far.
    public Duration childCpu() {
        return ProcessHandle.of(childPid()).flatMap(child -> child.info().totalCpuDuration()).orElseThrow();
    }

    /// SIGKILL to the child that speaks VRRP, by the pid it wrote.
    public Instant killChild() {
        long pid = childPid();
        Instant at = Instant.now();
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        return at;
    }

    /// SIGKILL to the parent alone.
    public Instant killParent() {
        Instant at = Instant.now();
        process.handle().destroyForcibly();
        return at;
    }

    /// The pid in the VRRP child's pid file.
    public long childPid() {
        try {
            return Long.parseLong(Files.readString(directory.resolve("vrrp.pid")).trim());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The words its parent runs with now, the program's own included.
    public List<String> commandLine() {
        try {
            String words = Files.readString(Path.of("/proc/" + process.handle().pid() + "/cmdline"));
            return List.of(words.split("\0", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Replaces the configuration and asks for a reload.
    public void reload(String configuration) {
        try {
            // At once, as an editor does: the daemon may be reading the file.
            Path whole = Files.writeString(directory.resolve("conf.new"), configuration);
            Files.move(whole, directory.resolve("conf"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        signal(process.handle(), "HUP");
    }

    /// Asks it to stop and returns when it was asked; see [#awaitExit].
    public Instant terminate() {
        family = process.handle().descendants().toList();
        Instant at = Instant.now();
        process.handle().destroy();
        return at;
    }

    /// Its exit code.
    ///
    /// @throws AssertionError if it goes on running
    public int awaitExit(Duration patience) {
        OptionalInt status = process.awaitExit(patience);
        return status.orElseThrow(() -> new AssertionError(host.name() + " still runs; its log: " + log.all()));
    }

    /// Ends what is left of it, without ceremony.
    @Override
    public void close() {
        if (process.handle().isAlive()) {
            crash();
        }
        family.forEach(ProcessHandle::destroyForcibly);
    }

    private static void signal(ProcessHandle target, String name) {
        Command.run("sh", "-c", "kill -" + name + " " + target.pid());
    }
}
