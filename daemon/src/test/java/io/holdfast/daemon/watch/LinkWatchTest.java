package io.holdfast.daemon.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.holdfast.linux.sys.Namespaces;
import io.holdfast.track.PolledLink;
import io.holdfast.track.PolledLink.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// On the two ends of a cable in a network namespace of the test's own.
@Timeout(60)
class LinkWatchTest {
    private static final int SECONDS = 50;

    private static void ip(String words) throws Exception {
        Process process = new ProcessBuilder(("ip " + words).split(" ")).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("ip %s: %s", words, output).isZero();
    }

    @Test
    void everyWayToAskFindsAPulledCable() throws Exception {
        assumeTrue(Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0), "needs root: a network namespace");
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                Namespaces.newNetwork();
                ip("link add e0 type veth peer name p0");
                ip("link add e1 type veth peer name p1");
                ip("link add e2 type veth peer name p2");
                for (String name : List.of("e0", "p0", "e1", "p1", "e2", "p2")) {
                    ip("link set " + name + " up");
                }
                watchCables();
                done.complete(null);
            } catch (Throwable t) {
                done.completeExceptionally(t);
            }
        });
        done.get(SECONDS, TimeUnit.SECONDS);
    }

    /// A veth has no transceiver, so the first one is asked otherwise than configured.
    private static void watchCables() throws Exception {
        List<PolledLink> links = List.of(new PolledLink("e0", Optional.of(Method.MII)),
                new PolledLink("e1", Optional.of(Method.IOCTL)), new PolledLink("e2", Optional.empty()),
                new PolledLink("absent", Optional.empty()));
        try (Watched watched = new Watched()) {
            watched.adjust(List.of(), List.of(), links);
            assertThat(watched.now("absent")).contains(0);
            for (int i = 0; i < 3; i++) {
                watched.await("e" + i, 1);
                ip("link set p" + i + " down");
                watched.await("e" + i, 0);
                ip("link set p" + i + " up");
                watched.await("e" + i, 1);
                ip("link set e" + i + " down");
                watched.await("e" + i, 0);
            }
            ip("link add absent type veth peer name here");
            ip("link set here up");
            ip("link set absent up");
            watched.await("absent", 1);
            ip("link del absent");
            watched.await("absent", 0);
        }
    }
}
