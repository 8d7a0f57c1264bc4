package io.holdfast.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;
import io.holdfast.linux.route.RouteEvent;
import io.holdfast.linux.route.RouteMonitor;
import io.holdfast.linux.sys.Epoll;
import io.holdfast.linux.sys.Namespaces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A network namespace of its own for a test, gone with the thread that ran in it.
public final class Lab {
    private static final int SECONDS = 30;

    /// What runs in the namespace.
    @FunctionalInterface
    public interface Body {
        void run() throws Exception;
    }

    /// What runs in one of two namespaces.
    @FunctionalInterface
    public interface BodyWithPeer {
        void run(Host peer) throws Exception;
    }

    private Lab() {}

    public static void assumeRoot() {
        assumeTrue(isRoot(), "needs root: network namespaces and raw sockets");
    }

    /// Runs `body` in a new, empty namespace with lo and the pair `ha0` (02:00:00:00:00:0a) and `ha1` up.
    public static void withVethPair(Body body) {
        assumeRoot();
        onThread(() -> {
            Namespaces.newNetwork();
            ip("link set lo up");
            ip("link add ha0 address 02:00:00:00:00:0a type veth peer name ha1 address 02:00:00:00:00:0b");
            try (RouteMonitor monitor = RouteMonitor.open()) {
                ip("link set ha0 up");
                ip("link set ha1 up");
                awaitRunning(monitor, "ha0", "ha1");
            }
            body.run();
        });
    }

    /// Runs `body` in a namespace with `ha0`, connected to `ha1` in that of the peer. Each end has addresses that are
    /// usable at once: `ha0` 192.0.2.1, 2001:db8::1 and fe80::a; `ha1` 192.0.2.2, 2001:db8::2 and fe80::b.
    public static void withTwoHosts(BodyWithPeer body) {
        assumeRoot();
        onThread(() -> {
            Namespaces.newNetwork();
            try (Host peer = Host.start(); RouteMonitor monitor = RouteMonitor.open()) {
                ip("link add ha0 address 02:00:00:00:00:0a type veth peer name ha1 address 02:00:00:00:00:0b");
                ip("link set ha1 netns " + peer.threadId());
                peer.call(() -> start("ha1", "2", "b"));
                start("ha0", "1", "a");
                awaitRunning(monitor, "ha0");
                body.run(peer);
            }
        });
    }

    private static boolean start(String name, String host, String linkLocal) throws Exception {
        ip("link set " + name + " addrgenmode none up");
        ip("addr add 192.0.2." + host + "/24 dev " + name);
        ip("addr add 2001:db8::" + host + "/64 dev " + name + " nodad");
        ip("addr add fe80::" + linkLocal + "/64 dev " + name + " nodad");
        return true;
    }

    /// The kernel reports a carrier, and starts to send, a moment after the link was switched on.
    private static void awaitRunning(RouteMonitor monitor, String... names) {
        Set<String> missing = new HashSet<>(List.of(names));
        try (Epoll epoll = Epoll.open(1)) {
            epoll.add(monitor.fd(), Epoll.EPOLLIN, 0);
            while (!missing.isEmpty()) {
                assertThat(epoll.await(SECONDS * 1000L)).as("no carrier on %s", missing).isEqualTo(1);
                for (Optional<RouteEvent> e = monitor.poll(); e.isPresent(); e = monitor.poll()) {
                    if (e.get() instanceof RouteEvent.LinkChanged changed && changed.link().isRunning()) {
                        missing.remove(changed.link().name());
                    }
                }
            }
        }
    }

    /// Runs `ip` with these words in the calling thread's namespace, which the child inherits.
    public static String ip(String words) throws IOException, InterruptedException {
        return run(("ip " + words).split(" "));
    }

    public static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", String.join(" ", command), output).isZero();
        return output;
    }

    /// Runs `body` on a platform thread of its own and passes on what it throws.
    public static void onThread(Body body) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                body.run();
                done.complete(null);
            } catch (Throwable t) {
                done.completeExceptionally(t);
            }
        });
        try {
            done.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("no end after " + SECONDS + " s", e);
        }
    }

    /// The kernel's number of the calling thread.
    public static long threadId() {
        return Kernel.call(Nr.GETTID);
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException e) {
            return false;
        }
    }
}
