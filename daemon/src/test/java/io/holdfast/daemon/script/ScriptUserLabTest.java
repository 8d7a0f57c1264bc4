package io.holdfast.daemon.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.holdfast.daemon.process.Log;
import io.holdfast.linux.sys.Processes;
import io.holdfast.script.CommandSpec;
import io.holdfast.script.RunAs;
import io.holdfast.track.ScriptResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// As whom scripts run (`daemon.md` 4.3).
class ScriptUserLabTest {
    private static final String STATUS =
            "grep -E '^(Uid|Gid|Groups|Cap(Inh|Prm|Eff|Amb))' /proc/self/status | tr -s '\\t ' ' '";

    private final ScriptRunner runner = new ScriptRunner(new ScriptLoop("scripts", Log.discarding()), RunLedger.NONE,
            0, Log.discarding());

    @TempDir
    Path directory;

    @BeforeEach
    void asRoot() throws Exception {
        assumeTrue(Processes.user() == 0, "needs root: to run scripts as others");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    @Test
    void anotherUserHasNothingOfRootAndNoWayBack() throws Exception {
        assertThat(run(STATUS + " > " + directory.resolve("status"), 65534, 4711)).isEqualTo(ScriptResult.SUCCESS);
        assertThat(Files.readAllLines(directory.resolve("status")).stream().map(String::strip)).containsExactly(
                "Uid: 65534 65534 65534 65534", "Gid: 4711 4711 4711 4711", "Groups: 4711",
                "CapInh: 0000000000000000", "CapPrm: 0000000000000000", "CapEff: 0000000000000000",
                "CapAmb: 0000000000000000");
        assertThat(run("chroot --userspec=0:0 / true", 65534, 65534).isSuccess()).as("back to root").isFalse();
    }

    @Test
    void theWorkingDirectoryIsTheDaemons() throws Exception {
        Path seen = directory.resolve("seen");
        assertThat(run("readlink /proc/$$/cwd > " + seen, 65534, 65534)).isEqualTo(ScriptResult.SUCCESS);
        assertThat(Path.of(Files.readString(seen).strip()))
                .isEqualTo(Files.readSymbolicLink(Path.of("/proc/self/cwd")));
    }

    @Test
    void rootHasOnlyItsOwnGroup() throws Exception {
        assertThat(run(STATUS + " > " + directory.resolve("status"), 0, 0)).isEqualTo(ScriptResult.SUCCESS);
        assertThat(Files.readAllLines(directory.resolve("status")).stream().map(String::strip))
                .contains("Uid: 0 0 0 0", "Gid: 0 0 0 0", "Groups: 0");
    }

    @Test
    void anotherUserLeadsAGroupThatIsEndedAsAWhole() throws Exception {
        Path pid = directory.resolve("pid");
        ScriptResult result = run("sleep 60 & echo $! > " + pid + "; wait", 65534, 65534);
        assertThat(result.kind()).isEqualTo(ScriptResult.Kind.TIMED_OUT);
        Optional<ProcessHandle> child = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
        if (child.isPresent()) {
            child.get().onExit().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void aProgramIsCalledByTheNameItHas() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("other-name"), Path.of("/bin/sh"));
        Path seen = directory.resolve("seen");
        String script = "tr '\\0' ' ' < /proc/$$/cmdline > " + seen + "; true";
        CommandSpec command = new CommandSpec("/bin/sh", List.of(link.toString(), "-c", script), as(65534, 65534));
        assertThat(run(command)).isEqualTo(ScriptResult.SUCCESS);
        assertThat(Files.readString(seen)).startsWith(link + " -c");
    }

    @Test
    void whatHasVanishedFails() throws Exception {
        CommandSpec command = new CommandSpec("/no/such", List.of("/no/such"), as(65534, 65534));
        assertThat(run(command)).isEqualTo(new ScriptResult(ScriptResult.Kind.EXITED, 127));
    }

    private ScriptResult run(String script, int user, int group) throws Exception {
        return run(new CommandSpec("/bin/sh", List.of("/bin/sh", "-c", script), as(user, group)));
    }

    private ScriptResult run(CommandSpec command) throws Exception {
        CompletableFuture<ScriptResult> ended = new CompletableFuture<>();
        runner.run(command, Optional.of(Duration.ofSeconds(2)), ended::complete);
        return ended.get(20, TimeUnit.SECONDS);
    }

    private static RunAs as(int user, int group) {
        return new RunAs(Optional.of("user"), Optional.of("group"), OptionalInt.of(user), OptionalInt.of(group));
    }
}
