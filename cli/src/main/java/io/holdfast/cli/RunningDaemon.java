package io.holdfast.cli;

import io.holdfast.control.ControlRequest;
import io.holdfast.supervise.RunFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
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
            channel.connect(UnixDomainSocketAddress.of(path));
            channel.write(ByteBuffer.wrap((request.line() + "\n").getBytes(StandardCharsets.UTF_8)));
            var answer = new BufferedReader(
                    new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
            answer.lines().forEach(line);
        } catch (IOException e) {
            throw new IOException("no daemon answers at " + path + ": " + e.getMessage(), e);
        }
    }

    /// @param program what the launcher was called by, as the daemon will have been
    String socket(String program) {
        String name = program.equals("keepalived") ? program : "holdfast";
        String directory = runDir.orElse(RunFiles.directory(name, instance.isPresent()));
        return RunFiles.controlSocket(pid.orElse(RunFiles.pidFile(directory, name, instance)));
    }
}
