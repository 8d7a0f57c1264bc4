package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the configuration test says of scripts, with real files and users (`config-language.md` 13 and 20).
@Tag("lab")
class ScriptCheckLabTest {
    private static final String SECURE = "global_defs {\nenable_script_security\n}\n";

    @TempDir
    private Path scripts = Path.of("");

    @BeforeEach
    void putScripts() throws IOException {
        Files.setPosixFilePermissions(scripts, PosixFilePermissions.fromString("rwxr-xr-x"));
        script("good.sh", "rwxr-xr-x");
        script("open.sh", "rwxrwxrwx");
        Path inner = Files.createDirectory(scripts.resolve("inner"));
        Files.copy(scripts.resolve("good.sh"), inner.resolve("good.sh"));
        Files.createSymbolicLink(scripts.resolve("link"), inner);
    }

    private void script(String name, String permissions) throws IOException {
        Path file = Files.writeString(scripts.resolve(name), "#!/bin/sh\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private String tracked(String command) {
        return "vrrp_script c {\nscript " + command + "\nuser root\n}\n"
                + Instance.v3(1).vip(Cell.VIP).with("track_script { c }").text();
    }

    private String notified(String command) {
        return Instance.v3(1).vip(Cell.VIP).with("notify_master " + command).text();
    }

    @ParameterizedTest
    @EnumSource
    void row45AScriptWithoutScriptSecurityEndsWithSix(Software software) {
        assertThat(test(software, tracked(scripts + "/good.sh")).code()).isEqualTo(6);
        assertThat(test(software, SECURE + tracked(scripts + "/good.sh")).code()).isZero();
    }

    @Test
    void row46ALinkOfRootsInPlaceOfADirectoryIsFollowed() {
        Ended ended = test(Software.HOLDFAST, SECURE + tracked(scripts + "/link/good.sh"));
        assertThat(ended.code()).as(ended.log()).isZero();
    }

    @Test
    void row46ALinkOfSomebodyElseIsNot() {
        Command.run("chown", "-h", "nobody", scripts.resolve("link").toString());
        Ended ended = test(Software.HOLDFAST, SECURE + tracked(scripts + "/link/good.sh"));
        assertThat(ended.code()).as(ended.log()).isEqualTo(5);
        assertThat(ended.log()).contains(scripts + "/link belongs to user");
    }

    @Test
    void row74AUserBehindTheCommandEndsWithSix() {
        Ended ended = test(Software.HOLDFAST,
                notified("\"" + scripts + "/good.sh 'a b' \\\"z\\\" \\x41\" nobody nogroup"));
        assertThat(ended.code()).as(ended.log()).isEqualTo(6);
    }

    @ParameterizedTest
    @EnumSource
    void row75ArgumentsOutsideQuotesEndWithSix(Software software) {
        assertThat(test(software, tracked(scripts + "/good.sh a b")).code()).isEqualTo(6);
    }

    @ParameterizedTest
    @EnumSource
    void aTrackedScriptThatIsMissingOrUnsafeEndsWithFive(Software software) {
        assertThat(test(software, SECURE + tracked(scripts + "/missing.sh")).code()).isEqualTo(5);
        assertThat(test(software, SECURE + tracked(scripts + "/open.sh")).code()).isEqualTo(5);
        assertThat(test(software, tracked(scripts + "/open.sh")).code()).isEqualTo(6);
    }

    @ParameterizedTest
    @EnumSource
    void aNotifyScriptThatIsMissingOrUnsafeEndsWithZero(Software software) {
        assertThat(test(software, SECURE + notified(scripts + "/missing.sh root")).code()).isZero();
        assertThat(test(software, SECURE + notified(scripts + "/open.sh root")).code()).isZero();
        assertThat(test(software, SECURE + notified(scripts + "/good.sh no-such-user")).code()).isZero();
    }

    @Test
    void theFindingNamesTheFileItsModeAndTheCure() {
        assertThat(test(Software.HOLDFAST, SECURE + tracked(scripts + "/open.sh")).log())
                .contains(scripts + "/open.sh (mode 0777) can be written to by anybody",
                        "chmod o-w " + scripts + "/open.sh");
    }

    @ParameterizedTest
    @EnumSource
    void theDaemonRunsAllTheSame(Software software) {
        Machine.mustRun(software);
        try (Lab lab = Lab.open("script")) {
            Host host = lab.host("a", "10.99.0.1");
            try (Daemon daemon = Daemon.start(lab, host, tracked(scripts + "/open.sh"), software::command)) {
                assertThat(daemon.expectLine("MASTER", Cell.PATIENCE)).isNotNull();
            }
        }
    }

    private record Ended(int code, String log) {}

    private static Ended test(Software software, String configuration) {
        Machine.mustRun(software);
        try (Lab lab = Lab.open("script")) {
            Daemon daemon = Daemon.start(lab, lab.host("a", "10.99.0.1"), configuration,
                    directory -> List.of(software.program(), "-t", "-f", directory.resolve("conf").toString()));
            return new Ended(daemon.awaitExit(Cell.PATIENCE), daemon.awaitLog());
        }
    }
}
