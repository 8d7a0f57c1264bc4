package io.holdfast.lab;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;

/// Asks a daemon at its control socket, in the plain protocol, and makes images for it to be upgraded to.
final class Operator {
    private Operator() {}

    /// The last line of the answer.
    static String ask(Daemon daemon, String request) {
        return ask(daemon.directory().resolve("pid.sock"), request);
    }

    static String ask(Path socket, String request) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(ByteBuffer.wrap((request + "\n").getBytes(StandardCharsets.UTF_8)));
            var reader = new BufferedReader(
                    new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
            List<String> lines = reader.lines().toList();
            return lines.isEmpty() ? "no answer" : lines.getLast();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A copy of the image under test, in a directory of that name.
    static Path image(Lab lab, String name) {
        Path image = lab.directory().resolve(name);
        Command.run("cp", "-r", Software.image().toString(), image.toString());
        return image;
    }

    /// A copy whose children do not start: it brings a Java of its own that refuses to run them.
    static Path imageWithoutChildren(Lab lab) {
        return imageWithJava(lab, "childless", """
                #!/bin/bash
                case "$*" in *VrrpMain*) exit 1 ;; esac
                exec -a "$0" '%s/bin/java' "$@"
                """.formatted(System.getProperty("java.home")));
    }

    /// A copy that brings a script of its own in the place of Java.
    static Path imageWithJava(Lab lab, String name, String script) {
        try {
            Path image = image(lab, name);
            Path bin = Files.createDirectories(image.resolve("runtime/bin"));
            Files.writeString(image.resolve("runtime/release"), "JAVA_VERSION=\"25\"\n");
            Path java = Files.writeString(bin.resolve("java"), script);
            Files.setPosixFilePermissions(java, Set.of(PosixFilePermission.values()));
            return image;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
