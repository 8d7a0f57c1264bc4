package io.holdfast.daemon.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.track.ProcessSpec;
import io.holdfast.track.ProcessSpec.Match;
import io.holdfast.track.Weight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// With the kernel's reports where they are to be had, and by looking at all processes elsewhere.
@Timeout(60)
class ProcessWatchTest {
    private static final int SECONDS = 10;
    private static final int DEATHS = 30;

    @TempDir
    Path directory;

    private final List<Process> started = new ArrayList<>();
    private Path program = Path.of("/");
    private String name = "";

    @BeforeEach
    void makeAProgramThatNobodyElseRuns() throws IOException {
        name = "hf" + ProcessHandle.current().pid() + "x" + (System.nanoTime() & 0xfff);
        program = directory.resolve(name);
        Files.copy(Path.of("/bin/sleep"), program);
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    @AfterEach
    void endThem() throws InterruptedException {
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }

    private Process start(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        started.add(process);
        return process;
    }

    private Process run() throws IOException {
        return start(program.toString(), "60");
    }

    private static void kill(Process process) throws InterruptedException {
        assertThat(process.destroyForcibly().waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    private static ProcessSpec spec(String tracker, String process, Match match, String... parameters) {
        return new ProcessSpec(tracker, process, List.of(parameters), match, Weight.FAULT, 1, OptionalInt.empty(),
                Duration.ZERO, Duration.ZERO);
    }

    private ProcessSpec byName() {
        return spec("name", name, Match.NAME);
    }

    @Test
    void thoseThatRunAlreadyAreKnownBeforeAnythingHappens() throws Exception {
        run();
        Process other = run();
        try (Watched watched = Watched.processes(byName())) {
            assertThat(watched.now("name")).contains(2);
            kill(other);
            watched.await("name", 1);
        }
    }

    @Test
    void startsAndEndsAreCounted() throws Exception {
        try (Watched watched = Watched.processes(byName())) {
            assertThat(watched.now("name")).contains(0);
            Process one = run();
            watched.await("name", 1);
            Process two = run();
            watched.await("name", 2);
            kill(one);
            watched.await("name", 1);
            kill(two);
            watched.await("name", 0);
        }
    }

    @Test
    void anotherProgramAndAnotherNameAreNoticed() throws Exception {
        try (Watched watched = Watched.processes(byName())) {
            Process becomes = start("/bin/sh", "-c", "read x; exec " + program + " 60");
            Process renames = start("/bin/bash", "-c",
                    "read x; printf " + name + " >/proc/$$/comm; read x; printf other >/proc/$$/comm; read x");
            becomes.getOutputStream().write('\n');
            becomes.getOutputStream().flush();
            watched.await("name", 1);
            renames.getOutputStream().write('\n');
            renames.getOutputStream().flush();
            watched.await("name", 2);
            renames.getOutputStream().write('\n');
            renames.getOutputStream().flush();
            watched.await("name", 1);
        }
    }

    @Test
    void commandLinesAreCompared() throws Exception {
        String path = program.toString();
        try (Watched watched = Watched.processes(spec("command", path, Match.COMMAND),
                spec("exact", path, Match.EXACT, "60"), spec("partial", path, Match.PARTIAL, "60"),
                spec("initial", path, Match.INITIAL, "6"), spec("none", path, Match.EXACT))) {
            run();
            watched.await("command", 1);
            watched.await("exact", 1);
            watched.await("partial", 1);
            watched.await("initial", 1);
            start(path, "61", "1");
            watched.await("command", 2);
            watched.await("initial", 2);
            assertThat(List.of(watched.now("exact").orElseThrow(), watched.now("partial").orElseThrow(),
                    watched.now("none").orElseThrow())).containsExactly(1, 1, 0);
        }
    }

    @Test
    void whatIsDeadButNotBuriedIsNotCounted() throws Exception {
        Process parent = start("/bin/sh", "-c", program + " 60 & echo $!; exec sleep 60");
        long child = Long.parseLong(parent.inputReader().readLine());
        try (Watched watched = Watched.processes(byName())) {
            watched.await("name", 1);
            ProcessHandle.of(child).orElseThrow().destroyForcibly();
            watched.await("name", 0);
        }
        assertThat(Files.readString(Path.of("/proc/" + child + "/stat"))).contains(") Z ");
        try (Watched watched = Watched.processes(byName())) {
            assertThat(watched.now("name")).contains(0);
        }
    }

    @Test
    void aReloadCountsForOtherTrackersAndEndsWithTheLast() throws Exception {
        Process one = run();
        try (Watched watched = Watched.processes(byName())) {
            watched.adjust(List.of(), List.of(byName(), spec("command", program.toString(), Match.COMMAND)));
            assertThat(watched.now("name")).contains(1);
            assertThat(watched.now("command")).contains(1);
            watched.adjust(List.of(), List.of());
            kill(one);
            watched.adjust(List.of(), List.of(byName()));
            assertThat(watched.now("name")).contains(0);
            run();
            watched.await("name", 1);
        }
    }

    /// From the signal to the loop, where the kernel reports: the median, since the machine may be busy.
    @Test
    void aDeathIsKnownWithinMilliseconds() throws Exception {
        Assumptions.assumeConnector();
        long[] nanos = new long[DEATHS];
        try (Watched watched = Watched.processes(byName())) {
            for (int i = 0; i < DEATHS; i++) {
                Process process = run();
                watched.await("name", 1);
                long killed = System.nanoTime();
                process.destroyForcibly();
                watched.await("name", 0);
                nanos[i] = System.nanoTime() - killed;
                kill(process);
            }
        }
        Arrays.sort(nanos);
        assertThat(Duration.ofNanos(nanos[DEATHS / 2])).isLessThan(Duration.ofMillis(5));
    }

    /// Other programs start and end as fast as this machine can.
    @Test
    void nothingIsMiscountedWhileTheProcessTableChurns() throws Exception {
        try (Watched watched = Watched.processes(byName())) {
            String churn = "i=0; while [ $i -lt 1000 ]; do /bin/true; i=$((i+1)); done; echo done";
            Process one = start("/bin/sh", "-c", churn);
            Process two = start("/bin/sh", "-c", churn);
            List<Process> running = new ArrayList<>();
            for (int round = 0; one.isAlive() || two.isAlive(); round++) {
                if (round % 5 < 3) {
                    running.add(run());
                } else {
                    kill(running.removeFirst());
                }
                watched.await("name", running.size());
            }
            assertThat(one.exitValue() + two.exitValue()).isZero();
            watched.await("name", running.size());
        }
    }
}
