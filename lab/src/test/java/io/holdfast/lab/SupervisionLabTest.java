package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.lab.Command.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The parent and its child: signals to one of them, reloads at awkward moments.
@Tag("lab")
class SupervisionLabTest {
    private static final String NO_VRRP = "global_defs {\n    router_id nobody\n}\n";
    /// Resumed or elected anew, as fast as this machine is.
    private static final String MASTER_AGAIN = "MASTER STATE";
    private static final String STARTING = "Starting VRRP child process, pid=";
    private static final String ADDED_VIP = "10.99.0.102";
    private static final Instance ADDED = Solo.FIRST.vrid(53).vip(ADDED_VIP);

    // ---- a child that ends

    @Test
    void aChildToldToEndIsReplacedAndItsPidFileStaysLocked() {
        try (Solo solo = Solo.open()) {
            Daemon daemon = solo.serveFirst();
            int signalled = daemon.log().position();
            long first = daemon.childPid();
            Solo.signal(first, "TERM");
            Solo.expectLine(daemon, signalled, "Respawning");
            Solo.expectLine(daemon, signalled, "Entering MASTER STATE");
            solo.expectFirstServes(Instant.now());
            assertThat(daemon.childPid()).isNotEqualTo(first);

            Outcome second = Command.attempt(solo.host.namespace().inside(besides(daemon.directory())), "");
            assertThat(second.output()).contains("already running").contains("vrrp.pid");
            assertThat(second.status()).isZero();
            assertThat(Solo.parent(daemon).isAlive()).isTrue();
        }
    }

    @Test
    void withoutVrrpInTheConfigurationNoChildRemainsUntilThereIs() {
        try (Solo solo = Solo.open()) {
            Daemon daemon = solo.start(NO_VRRP);
            daemon.expectLine("Startup complete", Cell.PATIENCE);
            assertThat(Solo.parent(daemon).descendants()).as("not even a zombie").isEmpty();

            daemon.reload(Solo.FIRST.text());
            solo.host.expectHolds(Cell.VIP, true, Cell.PATIENCE);
            daemon.terminate();
            assertThat(daemon.awaitExit(Cell.PATIENCE)).isZero();
            assertThat(solo.host.holds(Cell.VIP)).isFalse();
        }
    }

    @Test
    void aChildThatDiesDuringTheStartIsReplacedBeforeTheStartIsOver() {
        try (Solo solo = Solo.open()) {
            Daemon daemon = solo.start(Solo.FIRST.text());
            String line = daemon.expectLine(STARTING, Cell.PATIENCE).text();
            long first = Long.parseLong(line.substring(line.indexOf(STARTING) + STARTING.length()));
            Solo.signal(first, "KILL");
            daemon.expectLine("Respawning", Cell.PATIENCE);
            solo.expectFirstServes(Instant.EPOCH);
            daemon.expectLine("Startup complete", Cell.PATIENCE);
            assertThat(daemon.childPid()).isNotEqualTo(first);
            assertThat(Solo.parent(daemon).isAlive()).isTrue();
        }
    }

    /// Another try would fail in the same way (`daemon.md` 1.3).
    @Test
    void withoutTheRightToOpenRawSocketsTheDaemonEndsAndSaysWhatIsMissing() {
        try (Solo solo = Solo.open()) {
            Daemon daemon = Daemon.start(solo.lab, solo.host, Solo.FIRST.text(), directory -> Stream.concat(
                    Stream.of("setpriv", "--bounding-set", "-net_raw", "--inh-caps", "-net_raw"),
                    Software.HOLDFAST.command(directory).stream()).toList());
            assertThat(daemon.awaitExit(Cell.PATIENCE)).isEqualTo(4);
            assertThat(daemon.awaitLog()).contains("CAP_NET_RAW").contains("terminating")
                    .doesNotContain("Respawning");
        }
    }

    /// As in the middle of an upgrade: the JVM then ends with status 1, which is its own and not the daemon's.
    @Test
    void aSuccessorThatCannotBeLoadedIsTriedAgain() throws IOException {
        try (Solo solo = Solo.open()) {
            Path image = solo.lab.directory().resolve("image");
            Command.run("cp", "-r", Software.image().toString(), image.toString());
            Daemon daemon = Daemon.start(solo.lab, solo.host, Solo.FIRST.text(),
                    directory -> Software.keepalivedOptions(image + "/bin/holdfast", directory));
            solo.host.expectHolds(Cell.VIP, true, Cell.PATIENCE);
            Path jar = image.resolve("lib/holdfast-core.jar");
            Path away = image.resolve("holdfast-core.jar");

            Files.move(jar, away);
            int kill = daemon.log().position();
            Solo.killChild(daemon);
            Solo.expectLine(daemon, kill, "exited with status 1");
            Files.move(away, jar);
            Solo.expectLine(daemon, kill, MASTER_AGAIN);
            solo.expectFirstServes(Instant.now());
        }
    }

    @Test
    void withoutRespawnTheDaemonEndsWithItsChild() {
        try (Solo solo = Solo.open()) {
            Daemon daemon = Daemon.start(solo.lab, solo.host, Solo.FIRST.text(), directory -> Stream.concat(
                    Software.HOLDFAST.command(directory).stream(), Stream.of("-R")).toList());
            solo.host.expectHolds(Cell.VIP, true, Cell.PATIENCE);
            daemon.killChild();
            assertThat(daemon.awaitExit(Cell.PATIENCE)).isZero();
            assertThat(daemon.awaitLog()).contains("died: exiting");
            assertThat(daemon.directory().resolve("vrrp.pid")).doesNotExist();
        }
    }

    // ---- reloads

    @Test
    void aChildThatDoesNotAnswerAReloadIsReplacedAndTheRunningConfigurationStays() {
        try (Solo solo = Solo.open()) {
            Daemon daemon = solo.serveFirst();
            int reload = daemon.log().position();
            long stopped = daemon.childPid();
            Solo.signal(stopped, "STOP");
            daemon.reload(Instance.all(Solo.FIRST, ADDED));

            LogLine ended = Solo.expectLine(daemon, reload, "does not answer; ending it");
            Solo.expectLine(daemon, reload, "the new configuration is refused");
            solo.expectFirstServes(ended.at());
            assertThat(daemon.childPid()).isNotEqualTo(stopped);
            assertThat(solo.host.holds(ADDED_VIP)).isFalse();

            daemon.reload(Instance.all(Solo.FIRST, ADDED));
            solo.host.expectHolds(ADDED_VIP, true, Cell.PATIENCE);
        }
    }

    /// The earliest moment an operator can see.
    @Test
    void aReloadAskedForDuringTheStartFollowsIt() {
        try (Solo solo = Solo.open()) {
            Daemon daemon = solo.start(Solo.FIRST.text());
            daemon.expectLine("Starting Holdfast", Cell.PATIENCE);
            daemon.reload(Instance.all(Solo.FIRST, ADDED));
            solo.host.expectHolds(ADDED_VIP, true, Cell.PATIENCE);
            daemon.expectLine("Reload complete", Cell.PATIENCE);
            solo.expectFirstServes(Instant.now());
        }
    }

    @Test
    void ofTwoReloadsInARowTheLastOneCounts() {
        try (Solo solo = Solo.open()) {
            Daemon daemon = solo.serveFirst();
            long child = daemon.childPid();
            Instance other = ADDED.vrid(54).vip(Solo.SECOND_VIP);
            daemon.reload(Instance.all(Solo.FIRST, ADDED));
            daemon.reload(Instance.all(Solo.FIRST, other));
            solo.host.expectHolds(Solo.SECOND_VIP, true, Cell.PATIENCE);
            solo.host.expectHolds(ADDED_VIP, false, Cell.PATIENCE);
            solo.expectFirstServes(Instant.now());
            assertThat(daemon.childPid()).isEqualTo(child);
        }
    }

    @Test
    void aReloadWhileTheSuccessorIsDelayedFollowsItsStart() {
        try (Solo solo = Solo.open()) {
            Daemon daemon = solo.serveFirst();
            int first = daemon.log().position();
            Solo.killChild(daemon);
            Solo.expectLine(daemon, first, MASTER_AGAIN);
            int second = daemon.log().position();
            Instant killed = Solo.killChild(daemon);
            Solo.expectLine(daemon, second, "delayed by 1 s");
            daemon.reload(Instance.all(Solo.FIRST, ADDED));

            Solo.expectLine(daemon, second, "Reload complete");
            solo.host.expectHolds(ADDED_VIP, true, Cell.PATIENCE);
            solo.expectFirstServes(killed);
        }
    }

    @Test
    void aStopWhileTheSuccessorIsDelayedEndsTheDaemonAtOnce() {
        try (Solo solo = Solo.open()) {
            Daemon daemon = solo.serveFirst();
            int first = daemon.log().position();
            Solo.killChild(daemon);
            Solo.expectLine(daemon, first, MASTER_AGAIN);
            int second = daemon.log().position();
            Solo.killChild(daemon);
            Solo.expectLine(daemon, second, "delayed by 1 s");
            daemon.terminate();
            assertThat(daemon.awaitExit(Cell.PATIENCE)).isZero();
            assertThat(daemon.directory().resolve("vrrp.pid")).doesNotExist();
        }
    }

    /// The child finds the interface gone that its parent has still seen, and is to end anyway.
    @Test
    void aStopDuringAReloadThatTheChildWouldRefuseResignsInOrder() {
        try (Solo solo = Solo.open()) {
            Daemon daemon = solo.serveFirst();
            int reload = daemon.log().position();
            long child = daemon.childPid();
            Solo.signal(child, "STOP");
            daemon.reload(Solo.both());
            Solo.expectLine(daemon, reload, "Reloading ...");
            int stop = solo.wire.packets().position();
            daemon.terminate();
            Solo.expectLine(daemon, reload, "Stopping");
            solo.deleteSecondDevice();
            Solo.signal(child, "CONT");

            solo.wire.expectAdvert(solo.host, Solo.FIRST.vrid(), stop, advert -> advert.priority() == 0,
                    Cell.PATIENCE);
            assertThat(daemon.awaitExit(Cell.PATIENCE)).isZero();
            assertThat(daemon.awaitLog()).doesNotContain("cannot run the configuration").contains("Stopped");
            assertThat(solo.host.holds(Cell.VIP)).isFalse();
        }
    }

    /// A second daemon with files of its own, but for the VRRP process's pid file.
    private static List<String> besides(Path directory) {
        return Stream.of(Software.HOLDFAST.program(), "-n", "-l", "-G", "-f", directory.resolve("conf").toString(),
                "-p", directory.resolve("other.pid").toString(), "-r", directory.resolve("vrrp.pid").toString())
                .toList();
    }
}
