package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.lab.wire.Packet.Advert;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Tracked scripts that go wrong. Success is worth 20 points, by which the result is seen on the wire; and
/// advertisements go on meanwhile, so that no backup would take over.
@Tag("lab")
class ScriptTroubleLabTest {
    private static final int FAILED = 150;
    private static final int WELL = FAILED + 20;
    private static final Instance INSTANCE = Instance.v3(0.4).priority(FAILED).vip(Cell.VIP);
    private static final String RUNNABLE = "rwxr-xr-x";
    private static final String GOOD = "#!/bin/sh\n";
    private static final String SECURE = "global_defs {\nenable_script_security\n}\n";

    static Stream<Arguments> scripts() {
        return Stream.of(
                Arguments.of("hangs", "#!/bin/sh\nsleep 600\n", FAILED),
                Arguments.of("hangs and ignores SIGTERM",
                        "#!/bin/sh\ntrap '' TERM\nwhile :; do sleep 1; done\n", FAILED),
                Arguments.of("has children that hang", "#!/bin/sh\nsleep 600 &\nsleep 600 &\nwait\n", FAILED),
                Arguments.of("ends by a signal", "#!/bin/sh\nkill -SEGV $$\n", FAILED),
                Arguments.of("floods its output",
                        "#!/bin/sh\nyes | head -c 20000000\nyes | head -c 20000000 >&2\n", WELL),
                Arguments.of("floods its output and fails", "#!/bin/sh\nyes | head -c 20000000\nexit 3\n", FAILED),
                Arguments.of("leaves a child behind", "#!/bin/sh\nsleep 3 &\n", WELL),
                Arguments.of("has no interpreter", "exit 0\n", WELL),
                Arguments.of("has no interpreter and fails", "exit 1\n", FAILED),
                Arguments.of("has an interpreter that is missing", "#!/no/such\n", FAILED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scripts")
    void theResultOfAScriptThat(String what, String text, int priority) {
        try (Solo solo = Solo.open()) {
            Path script = script(solo, text, RUNNABLE);
            Daemon daemon = solo.start(tracking("", script));
            solo.host.expectHolds(Cell.VIP, true, Cell.PATIENCE);
            advertisesSteadily(solo, priority);
            daemon.terminate();
            assertThat(daemon.awaitExit(Cell.PATIENCE)).as("exit code with a script that " + what).isZero();
            noBackupWouldTakeOver(solo);
        }
    }

    @Test
    void aScriptThatVanishesOrIsNoLongerExecutableFailsUntilItIsBack() throws IOException {
        try (Solo solo = Solo.open()) {
            Path script = script(solo, GOOD, RUNNABLE);
            Daemon daemon = solo.start(tracking("", script));
            advertisesSteadily(solo, WELL);
            Files.delete(script);
            advertisesSteadily(solo, FAILED);
            script(solo, GOOD, RUNNABLE);
            advertisesSteadily(solo, WELL);
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rw-r--r--"));
            advertisesSteadily(solo, FAILED);
            noBackupWouldTakeOver(solo);
            assertThat(daemon.log().all()).filteredOn(line -> line.says("cannot be started")).hasSizeLessThan(10);
        }
    }

    static Stream<Arguments> unfit() {
        return Stream.of(Arguments.of("", "rw-r--r--", "can be executed by nobody"),
                Arguments.of(SECURE, "rwxr-xrwx", "can be written to by anybody"));
    }

    /// As if it were not configured: the instance serves with its own priority.
    @ParameterizedTest(name = "{2}")
    @MethodSource("unfit")
    void aScriptThatMustNotRunIsLeftOut(String preamble, String permissions, String reason) {
        try (Solo solo = Solo.open()) {
            Path ran = solo.lab.directory().resolve("ran");
            Daemon daemon = solo.start(tracking(preamble, script(solo, "#!/bin/sh\ntouch " + ran + "\n", permissions)));
            daemon.expectLine(reason, Cell.PATIENCE);
            solo.host.expectHolds(Cell.VIP, true, Cell.PATIENCE);
            advertisesSteadily(solo, FAILED);
            assertThat(ran).doesNotExist();
            assertThat(solo.wire.adverts(solo.host, INSTANCE.vrid(), 0))
                    .allMatch(advert -> advert.priority() == FAILED);
        }
    }

    /// Six times in a row from some moment on: longer than it takes to run the script twice.
    private static void advertisesSteadily(Solo solo, int priority) {
        int[] inARow = {0};
        solo.wire.packets().expect("adverts with priority " + priority, solo.wire.packets().position(), packet -> {
            if (packet instanceof Advert advert && advert.vrid() == INSTANCE.vrid()) {
                inARow[0] = advert.priority() == priority ? inARow[0] + 1 : 0;
            }
            return inARow[0] == 6;
        }, Cell.PATIENCE);
    }

    private static void noBackupWouldTakeOver(Solo solo) {
        List<Advert> adverts = solo.wire.adverts(solo.host, INSTANCE.vrid(), 0).toList();
        for (int i = 1; i < adverts.size(); i++) {
            Duration gap = Duration.between(adverts.get(i - 1).at(), adverts.get(i).at());
            assertThat(gap.toNanos() / 1e9).as("seconds between %s and %s", adverts.get(i - 1), adverts.get(i))
                    .isLessThan(INSTANCE.priority(100).downInterval());
        }
    }

    private static String tracking(String preamble, Path script) {
        return preamble + """
                vrrp_script troubled {
                    script %s
                    interval 1
                    weight 20
                    user root
                }
                """.formatted(script) + INSTANCE.with("track_script { troubled }").text();
    }

    private static Path script(Solo solo, String text, String permissions) {
        try {
            Path script = Files.writeString(solo.lab.directory().resolve("script"), text);
            return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString(permissions));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
