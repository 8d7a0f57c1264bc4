package io.holdfast.checkers.differ;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// The installed keepalived, `-t` on one file after the other, in a network namespace that ends with its process.
final class Reference implements AutoCloseable {
    /// The interfaces of the namespace.
    static final Set<String> INTERFACES = Set.of("lo", "eth0", "eth1", "mgt", "mgt1");
    static final String CONFIG_ID = "main";
    /// What `timeout` exits with when it had to end the command.
    static final int HUNG = 124;
    private static final String LOOP = """
            set -e
            ip link set lo up
            ip link add eth0 type veth peer name eth1
            ip link add mgt type veth peer name mgt1
            ip addr add 10.1.0.1/24 dev eth0
            ip link set eth0 up && ip link set eth1 up && ip link set mgt up && ip link set mgt1 up
            set +e
            while read -r file; do
                timeout -k 1 5 keepalived -t -i main -f "$file" >"$file.out" 2>&1 </dev/null
                echo $?
            done
            """;

    private final Process loop;
    private final BufferedWriter files;
    private final BufferedReader exits;

    Reference() throws IOException {
        loop = new ProcessBuilder("unshare", "--net", "sh", "-c", LOOP)
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        files = loop.outputWriter(StandardCharsets.ISO_8859_1);
        exits = loop.inputReader(StandardCharsets.ISO_8859_1);
    }

    /// Why it cannot be asked here.
    static Optional<String> lacking() {
        for (String program : List.of("ip", "unshare", "timeout", "keepalived")) {
            if (List.of("/usr/sbin/", "/sbin/", "/usr/bin/", "/bin/").stream()
                    .noneMatch(folder -> Files.isExecutable(Path.of(folder + program)))) {
                return Optional.of(program + " is not installed");
            }
        }
        return Files.isWritable(Path.of("/proc/sys/kernel/hostname")) ? Optional.empty()
                : Optional.of("network namespaces need root");
    }

    /// What an invocation said.
    ///
    /// @param exit   its exit code; [#HUNG] if it did not end
    /// @param output standard output and error
    record Answer(int exit, String output) {}

    Answer ask(Path file) {
        try {
            files.write(file + "\n");
            files.flush();
            String exit = exits.readLine();
            if (exit == null) {
                throw new IllegalStateException("the namespace could not be made, or its shell has ended");
            }
            Path output = Path.of(file + ".out");
            return new Answer(Integer.parseInt(exit), Files.readString(output, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        files.close();
        try {
            if (!loop.waitFor(10, TimeUnit.SECONDS)) {
                loop.destroyForcibly();
            }
        } catch (InterruptedException e) {
            loop.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
