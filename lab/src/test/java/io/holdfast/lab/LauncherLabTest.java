package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.lab.Command.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the image's launcher does before, beside and after the daemon.
@Tag("lab")
class LauncherLabTest {
    private static final String CONFIGURATION = Instance.v3(0.3).priority(255).vip(Cell.VIP).text();
    /// HUP, INT and TERM are ignored; whoever runs the test may ignore others.
    private static final Pattern HELD = Pattern.compile("SigBlk:4000000800004a03 SigIgn:\\p{XDigit}{12}4003\\s*");
    private static final Pattern NOT_HELD = Pattern.compile("SigBlk:0{16} SigIgn:\\p{XDigit}{12}0000\\s*");
    private static final Pattern CACHE = Pattern.compile("-XX:AOTCache=");

    @BeforeEach
    void mustRun() {
        Machine.mustRun(Software.HOLDFAST);
    }

    @Test
    void inTheBackgroundItReturnsOnceTheDaemonRuns() throws IOException {
        try (Lab lab = Lab.open("launch")) {
            Host host = lab.host("a", "10.99.0.1");
            Path directory = Files.createDirectory(lab.directory().resolve("a"));
            Files.writeString(directory.resolve("conf"), CONFIGURATION);
            assertThat(launch(host, directory)).isEqualTo(new Outcome(0, ""));

            ProcessHandle daemon = daemon(directory);
            lab.own(() -> Stream.concat(daemon.descendants(), Stream.of(daemon))
                    .forEach(ProcessHandle::destroyForcibly));
            assertThat(session(daemon)).isEqualTo(daemon.pid());
            assertThat(Files.readSymbolicLink(Path.of("/proc/" + daemon.pid() + "/fd/0"))).hasToString("/dev/null");
            host.expectHolds(Cell.VIP, true, Cell.PATIENCE);

            Outcome second = launch(host, directory);
            assertThat(second.output()).contains("already running");
            assertThat(daemon.isAlive()).isTrue();
            daemon.destroy();
            daemon.onExit().orTimeout(20, TimeUnit.SECONDS).join();
            assertThat(host.holds(Cell.VIP)).isFalse();
        }
    }

    @Test
    void inTheBackgroundItTellsWhyTheDaemonDidNotStart() throws IOException {
        try (Lab lab = Lab.open("launch")) {
            Host host = lab.host("a", "10.99.0.1");
            Path directory = Files.createDirectory(lab.directory().resolve("a"));
            Outcome missing = launch(host, directory);
            assertThat(missing.status()).as(missing.output()).isEqualTo(6);
            assertThat(missing.output()).contains(directory.resolve("conf").toString());
        }
    }

    /// Without the cache the JVM itself denies native calls to every room but one, and nothing is amiss.
    @Test
    void withoutTheCacheItRunsAndDeniesNativeCalls() {
        assertThat(commandLine("off")).contains("--illegal-native-access=deny")
                .noneMatch(LauncherLabTest::isCache);
    }

    @Test
    void theCacheIsUsedWhereThereIsOne() throws IOException {
        try (Stream<Path> files = Files.list(Software.image().resolve("lib"))) {
            boolean made = files.anyMatch(file -> file.toString().endsWith(".aot"));
            assertThat(commandLine("on").stream().anyMatch(LauncherLabTest::isCache)).isEqualTo(made);
        }
    }

    @Test
    void versionHelpAndBadOptionsEndAtOnce() {
        String program = Software.HOLDFAST.program();
        assertThat(Command.run(program, "-v")).startsWith("Holdfast");
        assertThat(Command.run(Software.image().resolve("bin/keepalived").toString(), "--version"))
                .startsWith("Holdfast");
        assertThat(Command.run(program, "--help")).contains("--use-file");
        assertThat(Command.attempt(List.of(program, "-n", "--no-such-option"), "").status()).isEqualTo(1);
    }

    @Test
    void aWordIsACommand() {
        String program = Software.HOLDFAST.program();
        assertThat(Command.run(program, "help")).contains("demo").contains("help");
        Outcome unknown = Command.attempt(List.of(program, "dance"), "");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.output()).startsWith("holdfast: no command \"dance\"; there is: demo, ");
    }

    /// The daemon hears its signals itself; all else ends as programs do, also what waits for the daemon's start.
    @Test
    void onlyTheDaemonHoldsItsSignals() throws IOException {
        try (Lab lab = Lab.open("launch")) {
            Path gate = lab.directory().resolve("gate");
            Command.run("mkfifo", gate.toString());
            Path image = Operator.imageWithJava(lab, "masks", """
                    #!/bin/sh
                    masks=
                    while read -r name value; do
                        case $name in Sig[BI]??:) masks="$masks$name$value " ;; esac
                    done </proc/$$/status
                    [ -e /proc/$$/fd/9 ] || exec echo "$masks"
                    echo "say $masks" >&9
                    read -r code <'%s'
                    echo "exit $code" >&9
                    """.formatted(gate));
            String program = image.resolve("bin/holdfast").toString();
            assertThat(Command.run(program, "-n")).matches(HELD);
            assertThat(Command.run(program, "help")).matches(NOT_HELD);
            assertThat(Command.run(program, "demo")).matches(NOT_HELD);

            Background launcher = lab.own(Background.start(List.of(program)));
            launcher.errorLines().expect("masks", 0, line -> HELD.matcher(line.text()).matches(), Cell.PATIENCE);
            Path status = Path.of("/proc/" + launcher.handle().pid() + "/status");
            assertThat(Files.readAllLines(status)).contains("SigBlk:\t0000000000000000");
            Files.writeString(gate, "7\n");
            assertThat(launcher.awaitExit(Cell.PATIENCE)).hasValue(7);
        }
    }

    /// Given to a shell, its first line has no effect: then the daemon starts its JVM again.
    @Test
    void whatTheLauncherCouldNotHoldTheDaemonHolds() {
        try (Lab lab = Lab.open("launch")) {
            Host host = lab.host("a", "10.99.0.1");
            Daemon daemon = Daemon.start(lab, host, CONFIGURATION, directory -> Stream.concat(
                    Stream.of("sh"), Software.HOLDFAST.command(directory).stream()).toList());
            host.expectHolds(Cell.VIP, true, Cell.PATIENCE);
            daemon.reload(CONFIGURATION);
            daemon.expectLine("Reload complete", Cell.PATIENCE);
            daemon.terminate();
            assertThat(daemon.awaitExit(Cell.PATIENCE)).isZero();
        }
    }

    /// HotSpot keeps SIGUSR2 unless its environment says otherwise, which is the launcher's to see to.
    @Test
    void aDaemonThatCannotHoldItsSignalsDoesNotStart() {
        try (Lab lab = Lab.open("launch")) {
            Host host = lab.host("a", "10.99.0.1");
            Daemon daemon = Daemon.start(lab, host, CONFIGURATION, Software.HOLDFAST::command);
            host.expectHolds(Cell.VIP, true, Cell.PATIENCE);
            List<String> java = daemon.commandLine();
            Outcome bare = Command.attempt(java.subList(0, java.size() - 1), "");
            assertThat(bare.status()).isEqualTo(1);
            assertThat(bare.output()).contains("start the daemon by its launcher");
        }
    }

    private static Outcome launch(Host host, Path directory) {
        List<String> words = Software.HOLDFAST.command(directory).stream().filter(word -> !word.equals("-n")).toList();
        return Command.attempt(host.namespace().inside(words), "");
    }

    /// The words a running daemon was started with.
    private static List<String> commandLine(String cache) {
        try (Lab lab = Lab.open("launch")) {
            Host host = lab.host("a", "10.99.0.1");
            Daemon daemon = Daemon.start(lab, host, CONFIGURATION, directory -> Stream.concat(
                    Stream.of("env", "HOLDFAST_AOT=" + cache), Software.HOLDFAST.command(directory).stream()).toList());
            host.expectHolds(Cell.VIP, true, Cell.PATIENCE);
            return daemon.commandLine();
        }
    }

    private static boolean isCache(String word) {
        return CACHE.matcher(word).lookingAt();
    }

    private static ProcessHandle daemon(Path directory) throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readString(directory.resolve("pid")).trim())).orElseThrow();
    }

    /// The sixth field of stat, counted from behind the name; see proc_pid_stat(5).
    private static long session(ProcessHandle process) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[3]);
    }
}
