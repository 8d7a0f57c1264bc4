package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Who is told of transitions (`daemon.md` 5): scripts with their users and arguments, named pipes, a mail server.
@Tag("lab")
class NotifyLabTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instance BACKUP = Instance.v3(0.2).priority(150).vip(Cell.VIP);

    @TempDir
    private Path directory = Path.of("");

    @ParameterizedTest
    @EnumSource(Software.class)
    void aLateReaderOfThePipeAndTheScriptsHearTheSame(Software software) throws IOException {
        Path seen = file("seen", "");
        Path script = script("echo \"$(id -un) $*\" >>" + seen);
        Path pipe = directory.resolve("pipe");
        try (Solo solo = Solo.open(software)) {
            Daemon daemon = solo.start("global_defs {\nscript_user nobody\nnotify_fifo " + pipe + "\n}\n"
                    + BACKUP.with("notify_master \"" + script + " -m\"", "notify " + script).text());
            solo.host.expectHolds(Cell.VIP, true, PATIENCE);
            Timeline<LogLine> reader = solo.lab.own(Background.start(List.of("cat", pipe.toString()))).lines();
            expect(reader, "INSTANCE \"" + BACKUP.name() + "\" BACKUP 150");
            expect(reader, "INSTANCE \"" + BACKUP.name() + "\" MASTER 150");
            daemon.terminate();
            assertThat(daemon.awaitExit(PATIENCE)).isZero();
            expect(reader, "INSTANCE \"" + BACKUP.name() + "\" STOP 150");
        }
        assertThat(Files.readAllLines(seen)).containsExactlyInAnyOrder("nobody -m",
                "nobody INSTANCE " + BACKUP.name() + " BACKUP 150", "nobody INSTANCE " + BACKUP.name() + " MASTER 150",
                "nobody INSTANCE " + BACKUP.name() + " STOP 150");
    }

    @Test
    void aPipeThatWasMadeIsRemoved() {
        Path pipe = directory.resolve("pipe");
        try (Solo solo = Solo.open()) {
            Daemon daemon = solo.start("global_defs {\nnotify_fifo " + pipe + "\n}\n" + BACKUP.text());
            solo.host.expectHolds(Cell.VIP, true, PATIENCE);
            assertThat(pipe).exists();
            daemon.terminate();
            assertThat(daemon.awaitExit(PATIENCE)).isZero();
            assertThat(pipe).doesNotExist();
        }
    }

    @Test
    void aMailServerHearsOfEachTransitionTheStopIncluded() {
        assumeTrue(Command.exists("aiosmtpd"), "the mail server aiosmtpd is missing: install python3-aiosmtpd");
        try (Solo solo = Solo.open()) {
            Timeline<LogLine> server = solo.lab.own(Background.startMerged(solo.host.namespace().inside(List.of(
                    "aiosmtpd", "-n", "-l", "127.0.0.1:2525", "-c", "aiosmtpd.handlers.Debugging", "stdout")))).lines();
            Daemon daemon = solo.start("global_defs {\nrouter_id node1\nnotification_email {\nops@example.net\n}\n"
                    + "notification_email_from vrrp@example.net\nsmtp_server 127.0.0.1 2525\n}\n"
                    + BACKUP.with("smtp_alert").text());
            String subject = "Subject: [node1] VRRP Instance " + BACKUP.name() + " - ";
            expect(server, subject + "Entering BACKUP state");
            expect(server, "=> VRRP Instance is no longer owning VRRP VIPs <=");
            expect(server, subject + "Entering MASTER state");
            daemon.terminate();
            assertThat(daemon.awaitExit(PATIENCE)).isZero();
            expect(server, subject + "Stopping");
        }
    }

    @Test
    void aMailServerThatIsNotThereDelaysNothingAndIsSaid() {
        try (Solo solo = Solo.open()) {
            Daemon daemon = solo.start("global_defs {\nnotification_email {\nops@example.net\n}\n"
                    + "smtp_server 127.0.0.1 2525\n}\n" + BACKUP.with("smtp_alert").text());
            solo.host.expectHolds(Cell.VIP, true, PATIENCE);
            daemon.expectLine("trying again in 5 s", PATIENCE);
            daemon.terminate();
            assertThat(daemon.awaitExit(PATIENCE)).isZero();
        }
    }

    private static void expect(Timeline<LogLine> program, String line) {
        program.expect("the line " + line, 0, seen -> seen.text().strip().equals(line), PATIENCE);
    }

    private Path script(String text) throws IOException {
        Path script = file("script", "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        return script;
    }

    private Path file(String name, String text) throws IOException {
        Path file = Files.writeString(directory.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        return file;
    }
}
