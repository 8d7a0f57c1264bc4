package io.holdfast.cli;

import io.holdfast.control.ControlRequest;
import io.holdfast.supervise.RunFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/// Which daemon a command is about, and how to ask it: at its control socket (`daemon.md` 13.1), which is found as its
/// pid file is. A mixin of the commands that ask.
final class RunningDaemon {
    @Option(names = {"-p", "--pid"}, paramLabel = "FILE", description = "The daemon's pid file, as it was given one.")
    private Optional<String> pid = Optional.empty();

    @Option(names = {"-r", "--vrrp_pid"}, paramLabel = "FILE",
            description = "The pid file of its VRRP process, as it was given one.")
    private Optional<String> vrrpPid = Optional.empty();

    @Option(names = "--run-dir", paramLabel = "DIR", description = "Its run directory, as it was given one.")
    private Optional<String> runDir = Optional.empty();

    @Option(names = "--instance", paramLabel = "NAME", description = "Its instance, as its configuration says.")
    private Optional<String> instance = Optional.empty();

    /// Asks, and hands on each line of the answer as it comes.
    ///
    /// @throws IOException if no daemon listens there, or it may not be asked
    void ask(ControlRequest request, Consumer<String> line) throws IOException {
        String path = socket(System.getProperty("holdfast.name", "holdfast"));
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            connect(channel, path);
            channel.write(ByteBuffer.wrap((request.line() + "\n").getBytes(StandardCharsets.UTF_8)));
            var answer = new BufferedReader(
                    new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
            answer.lines().forEach(line);
        } catch (UncheckedIOException e) {
            throw new IOException("the answer from " + path + " broke off: " + e.getMessage(), e);
        }
    }

    private static void connect(SocketChannel channel, String path) throws Unreachable {
        try {
            channel.connect(UnixDomainSocketAddress.of(path));
        } catch (IOException e) {
            throw new Unreachable("no daemon answers at " + path + ": " + e.getMessage(), e);
        }
    }

    /// The journal of its VRRP process, which stays when it is dead.
    String journal() {
        String name = program(System.getProperty("holdfast.name", "holdfast"));
        return RunFiles.beside(vrrpPid.orElse(RunFiles.pidFile(directory(name), "vrrp", instance)), ".journal");
    }

    /// @param program what the launcher was called by, as the daemon will have been
    String socket(String program) {
        String name = program(program);
        return RunFiles.controlSocket(pid.orElse(RunFiles.pidFile(directory(name), name, instance)));
    }

    private static String program(String called) {
        return called.equals("keepalived") ? called : "holdfast";
    }

    private String directory(String name) {
        return runDir.orElse(RunFiles.directory(name, instance.isPresent()));
    }

    /// Nobody is there, or it may not be asked.
    static final class Unreachable extends IOException {
        private static final long serialVersionUID = 1;

        private Unreachable(String message, IOException cause) {
            super(message, cause);
        }
    }
}
