package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.lab.wire.Packet.Advert;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Signals some milliseconds after a start or an upgrade began: none is lost, or fatal beyond its meaning.
@Tag("lab")
class SignalLabTest {
    private static final String ADDED_VIP = "10.99.0.102";
    private static final Instance ADDED = Solo.FIRST.vrid(53).vip(ADDED_VIP);
    /// In the kernel's masks, SIGHUP is the lowest bit.
    private static final long SIGHUP = 1;

    // ---- a start

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 10, 20, 50})
    void aReloadAskedForDuringTheStartFollowsIt(int millis) {
        try (Solo solo = Solo.open(); Sender sender = Sender.open()) {
            Daemon daemon = solo.start(Solo.FIRST.text());
            sender.sendAfterStart("HUP", daemon, millis);
            daemon.expectLine("Startup complete", Cell.PATIENCE);
            daemon.expectLine("Reload complete", Cell.PATIENCE);
            solo.expectFirstServes(Instant.now());
            assertThat(Solo.parent(daemon).pid()).isEqualTo(daemon.pid());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 10, 20, 50})
    void aStopAskedForDuringTheStartIsOneInOrder(int millis) {
        try (Solo solo = Solo.open(); Sender sender = Sender.open()) {
            Daemon daemon = solo.start(Solo.FIRST.text());
            sender.sendAfterStart("TERM", daemon, millis);
            assertThat(daemon.awaitExit(Cell.PATIENCE)).isZero();
            assertThat(daemon.awaitLog()).contains("Stopping").contains("Stopped");
            assertThat(solo.host.holds(Cell.VIP)).isFalse();
            for (String file : List.of("pid", "vrrp.pid", "pid.sock")) {
                assertThat(daemon.directory().resolve(file)).doesNotExist();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 10, 20, 50})
    void aRequestForDataDuringTheStartIsHeard(int millis) {
        try (Solo solo = Solo.open(); Sender sender = Sender.open()) {
            Daemon daemon = solo.start(Solo.FIRST.text());
            sender.sendAfterStart("USR1", daemon, millis);
            daemon.expectLine("signal 10", Cell.PATIENCE);
            solo.expectFirstServes(Instant.now());
            assertThat(Solo.parent(daemon).pid()).isEqualTo(daemon.pid());
        }
    }

    // ---- an upgrade

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 10, 20, 50})
    void aReloadAskedForDuringAnUpgradeFollowsIt(int millis) {
        try (Solo solo = Solo.open(); Sender sender = Sender.open()) {
            Daemon daemon = solo.serveFirst();
            int upgrade = daemon.log().position();
            Thread.ofPlatform().start(() -> Operator.ask(daemon, "upgrade"));
            write(daemon, Instance.all(Solo.FIRST, ADDED));
            sender.sendAfterExec("HUP", daemon, upgrade, millis);
            Solo.expectLine(daemon, upgrade, "Upgrade complete");
            Solo.expectLine(daemon, upgrade, "Reload complete");
            solo.host.expectHolds(ADDED_VIP, true, Cell.PATIENCE);
            assertThat(Solo.parent(daemon).pid()).isEqualTo(daemon.pid());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 10, 20, 50})
    void aStopAskedForDuringAnUpgradeIsOneInOrder(int millis) {
        try (Solo solo = Solo.open(); Sender sender = Sender.open()) {
            Daemon daemon = solo.serveFirst();
            int upgrade = daemon.log().position();
            int wire = solo.wire.packets().position();
            Thread.ofPlatform().start(() -> Operator.ask(daemon, "upgrade"));
            sender.sendAfterExec("TERM", daemon, upgrade, millis);
            assertThat(daemon.awaitExit(Cell.PATIENCE)).isZero();
            solo.wire.expectAdvert(solo.host, Solo.FIRST.vrid(), wire, SignalLabTest::isResignation, Cell.PATIENCE);
            assertThat(solo.host.holds(Cell.VIP)).isFalse();
            assertThat(daemon.directory().resolve("vrrp.pid")).doesNotExist();
        }
    }

    private static boolean isResignation(Advert advert) {
        return advert.priority() == 0;
    }

    private static void write(Daemon daemon, String configuration) {
        try {
            Files.writeString(daemon.directory().resolve("conf"), configuration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A shell that stands ready, for to start a `kill` takes longer than some of these moments.
    private record Sender(Background shell) implements AutoCloseable {

        static Sender open() {
            return new Sender(Background.start(
                    List.of("sh", "-c", "while read -r signal pid; do kill -\"$signal\" \"$pid\"; done")));
        }

        /// The start begins where the process holds its signals: some tenths of a millisecond before, no program of
        /// ours runs in it yet.
        void sendAfterStart(String signal, Daemon daemon, int millis) {
            Instant patience = Instant.now().plus(Cell.PATIENCE);
            while ((blocked(daemon.pid()) & SIGHUP) == 0) {
                assertThat(Instant.now()).as("signals are held at last").isBefore(patience);
                Thread.onSpinWait();
            }
            sendIn(millis, signal, daemon);
        }

        /// The line is the last thing the old image does before it executes the new one.
        void sendAfterExec(String signal, Daemon daemon, int since, int millis) {
            Solo.expectLine(daemon, since, "Replaced by");
            sendIn(millis, signal, daemon);
        }

        private void sendIn(int millis, String signal, Daemon daemon) {
            long due = System.nanoTime() + Duration.ofMillis(millis).toNanos();
            while (System.nanoTime() < due) {
                Thread.onSpinWait();
            }
            shell.tell(signal + " " + daemon.pid());
        }

        private static long blocked(long pid) {
            try {
                for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
                    if (line.startsWith("SigBlk:")) {
                        return Long.parseUnsignedLong(line.substring("SigBlk:".length()).strip(), 16);
                    }
                }
                throw new AssertionError("no SigBlk of " + pid);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            shell.close();
        }
    }
}
