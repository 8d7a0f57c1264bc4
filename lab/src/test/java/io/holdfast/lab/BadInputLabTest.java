package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a daemon is given and cannot use: it says so, ends with keepalived's exit code and leaves nothing behind.
@Tag("lab")
class BadInputLabTest {
    private static final String GOOD = Instance.v3(0.3).vip(Cell.VIP).text();
    private static final String NO_SUCH_INTERFACE = GOOD.replace("interface eth0", "interface eth7");
    private static final String NO_ROUTER_ID = GOOD.replace("virtual_router_id 51", "");
    private static final String PRIORITY_TOO_HIGH = GOOD.replace("priority 100", "priority 300");

    @ParameterizedTest
    @EnumSource
    void aMissingFileEndsWithSix(Software software) {
        Ended ended = run(software, GOOD, directory -> Stream.concat(
                software.command(directory).stream(), Stream.of("-f", directory + "/nowhere.conf")).toList());
        assertThat(ended.code()).as(ended.log()).isEqualTo(6);
        assertThat(ended.log()).contains("nowhere.conf");
    }

    @ParameterizedTest
    @EnumSource
    void aDirectoryIsNoConfigurationFile(Software software) {
        Ended ended = run(software, GOOD, directory -> Stream.concat(
                software.command(directory).stream(), Stream.of("-f", directory.toString())).toList());
        assertThat(ended.code()).as(ended.log()).isEqualTo(6);
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownInterfaceEndsWithTwo(Software software) {
        Ended ended = run(software, NO_SUCH_INTERFACE, software::command);
        assertThat(ended.code()).as(ended.log()).isEqualTo(2);
        assertThat(ended.log()).contains("eth7");
    }

    @ParameterizedTest
    @EnumSource
    void aMissingRouterIdEndsWithTwo(Software software) {
        Ended ended = run(software, NO_ROUTER_ID, software::command);
        assertThat(ended.code()).as(ended.log()).isEqualTo(2);
        assertThat(ended.log()).contains("VI_51");
    }

    @ParameterizedTest
    @EnumSource
    void theConfigurationTestTellsGoodFromBad(Software software) {
        assertThat(test(software, GOOD).code()).isZero();
        assertThat(test(software, PRIORITY_TOO_HIGH).code()).isEqualTo(5);
        assertThat(test(software, NO_SUCH_INTERFACE).code()).isEqualTo(5);
    }

    /// The image is copied to where the user nobody can read it: a checkout may be in root's own folder.
    @Test
    void withoutRootItSaysWhatIsMissing() {
        Ended ended = run(Software.HOLDFAST, GOOD, directory -> {
            Command.run("cp", "-r", Software.image().toString(), directory + "/image");
            Command.run("chmod", "-R", "a+rX", directory.resolve("..").toString());
            Command.run("chmod", "a+w", directory.toString()); // for pid files and the like
            return Stream.concat(
                    Stream.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"),
                    Software.keepalivedOptions(directory + "/image/bin/holdfast", directory).stream()).toList();
        });
        assertThat(ended.code()).as(ended.log()).isNotZero();
        assertThat(ended.log()).contains("root");
    }

    private record Ended(int code, String log) {}

    private static Ended test(Software software, String configuration) {
        return run(software, configuration,
                directory -> List.of(software.program(), "-t", "-f", directory.resolve("conf").toString()));
    }

    private static Ended run(Software software, String configuration, Daemon.Launch launch) {
        Machine.mustRun(software);
        try (Lab lab = Lab.open("input")) {
            Host host = lab.host("a", "10.99.0.1");
            Daemon daemon = Daemon.start(lab, host, configuration, launch);
            int code = daemon.awaitExit(Cell.PATIENCE);
            assertThat(host.holds(Cell.VIP)).isFalse();
            assertThat(leftOver(daemon.directory())).isEmpty();
            return new Ended(code, daemon.awaitLog());
        }
    }

    /// Pid files that outlived their daemon.
    private static List<Path> leftOver(Path directory) {
        return Stream.of("pid", "vrrp.pid", "checkers.pid", "bfd.pid").map(directory::resolve)
                .filter(file -> file.toFile().exists()).toList();
    }
}
