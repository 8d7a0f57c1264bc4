package io.holdfast.daemon.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.daemon.process.Log;
import io.holdfast.script.CommandSpec;
import io.holdfast.script.RunAs;
import io.holdfast.track.ScriptResult;
import io.holdfast.track.ScriptResult.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptRunnerTest {
    private static final Optional<Duration> SECOND = Optional.of(Duration.ofSeconds(1));

    private final ScriptRunner runner = new ScriptRunner(new ScriptLoop("scripts", Log.discarding()), RunLedger.NONE, 0,
            Log.discarding());

    @TempDir
    Path directory;

    @Test
    void anExitStatusIsTheResult() throws Exception {
        assertThat(run("exit 0", SECOND)).isEqualTo(ScriptResult.SUCCESS);
        assertThat(run("exit 7", SECOND)).isEqualTo(new ScriptResult(Kind.EXITED, 7));
    }

    @Test
    void aSignalIsTheResult() throws Exception {
        assertThat(run("kill -11 $$", SECOND)).isEqualTo(new ScriptResult(Kind.SIGNALLED, 11));
    }

    @Test
    void whatIsNotThereIsNotStarted() throws Exception {
        ScriptResult result = run(new CommandSpec("/no/such", List.of("/no/such"), RunAs.DEFAULT), SECOND);
        assertThat(result.kind()).isEqualTo(Kind.NOT_STARTED);
    }

    @Test
    void aTextWithoutAnInterpreterIsReadByTheShell() throws Exception {
        Path seen = directory.resolve("seen");
        Path script = Files.writeString(directory.resolve("script"), "echo \"$0 $1|$2\" >" + seen + "\nexit 3\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        CommandSpec command = new CommandSpec(script.toString(), List.of("called", "a b", "$HOME;"), RunAs.DEFAULT);
        assertThat(run(command, SECOND)).isEqualTo(new ScriptResult(Kind.EXITED, 3));
        assertThat(seen).hasContent(script + " a b|$HOME;");

        Files.writeString(script, "#!/bin/false\n");
        assertThat(run(command, SECOND)).isEqualTo(new ScriptResult(Kind.EXITED, 1));
    }

    @Test
    void whatIsNoProgramOfThisMachineIsNotStarted() throws Exception {
        Path script = Files.writeString(directory.resolve("script"), "#!/no/such/interpreter\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        CommandSpec command = new CommandSpec(script.toString(), List.of("called"), RunAs.DEFAULT);
        assertThat(run(command, SECOND).kind()).isEqualTo(Kind.NOT_STARTED);
    }

    @Test
    void aScriptThatTakesTooLongIsEndedWithItsChildren() throws Exception {
        Path pid = directory.resolve("pid");
        ScriptResult result = run("sleep 60 & echo $! > " + pid + "; wait", Optional.of(Duration.ofMillis(300)));
        assertThat(result).isEqualTo(new ScriptResult(Kind.TIMED_OUT, 0));
        awaitEnd(Long.parseLong(Files.readString(pid).strip()));
    }

    @Test
    void whoeverIgnoresTheFirstSignalIsKilledTwoSecondsLater() throws Exception {
        long start = System.nanoTime();
        ScriptResult result = run("trap '' TERM; while :; do sleep 0.1; done", Optional.of(Duration.ofMillis(100)));
        assertThat(result.kind()).isEqualTo(Kind.TIMED_OUT);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(2100),
                Duration.ofSeconds(8));
    }

    /// As much as fills any pipe many times.
    @Test
    void aFloodOfOutputGoesNowhere() throws Exception {
        assertThat(run("yes | head -c 20000000; yes | head -c 20000000 >&2", Optional.of(Duration.ofSeconds(20))))
                .isEqualTo(ScriptResult.SUCCESS);
    }

    @Test
    void aScriptLeadsAGroupAndHasNothingOfTheDaemon() throws Exception {
        Path seen = directory.resolve("seen");
        // Nothing is opened by the shell itself while it looks.
        ScriptResult result = run("i=0;"
                + " while [ $i -lt 64 ]; do [ -e /proc/$$/fd/$i ] && all=\"$all $i\"; i=$((i+1)); done;"
                + " std=$(readlink /proc/$$/fd/0 /proc/$$/fd/1 /proc/$$/fd/2); group=$(ps -o pgid= -p $$ | tr -d ' ');"
                + " odd=$(env | grep -cE '^(IFS|LD_PRELOAD|LD_LIBRARY_PATH|_JAVA_SR_SIGNUM)=');"
                + " printf '%s\\n' $group $$ \"$std\" \"$all\" $odd > " + seen, SECOND);
        assertThat(result).isEqualTo(ScriptResult.SUCCESS);
        List<String> lines = Files.readAllLines(seen);
        assertThat(lines.get(0)).isEqualTo(lines.get(1));
        assertThat(lines.subList(2, 5)).containsOnly("/dev/null");
        assertThat(lines.get(5)).as("open descriptors").isEqualTo(" 0 1 2");
        assertThat(lines.getLast()).isEqualTo("0");
    }

    @Test
    void aRunIsEndedOnRequest() throws Exception {
        CompletableFuture<ScriptResult> ended = new CompletableFuture<>();
        CompletableFuture<ScriptRun> run = new CompletableFuture<>();
        runner.loop().post(() -> run.complete(
                runner.start(shell("trap '' TERM; while :; do sleep 0.1; done"), Optional.empty(), ended::complete)
                        .orElseThrow()));
        ScriptRun running = run.get(10, TimeUnit.SECONDS);
        runner.loop().post(() -> running.end(Duration.ofMillis(200)));
        assertThat(ended.get(10, TimeUnit.SECONDS).kind()).isEqualTo(Kind.TIMED_OUT);
    }

    private ScriptResult run(String script, Optional<Duration> limit) throws Exception {
        return run(shell(script), limit);
    }

    private ScriptResult run(CommandSpec command, Optional<Duration> limit) throws Exception {
        CompletableFuture<ScriptResult> ended = new CompletableFuture<>();
        runner.run(command, limit, ended::complete);
        return ended.get(20, TimeUnit.SECONDS);
    }

    static CommandSpec shell(String script) {
        return new CommandSpec("/bin/sh", List.of("/bin/sh", "-c", script), RunAs.DEFAULT);
    }

    private static void awaitEnd(long pid) throws Exception {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        if (process.isPresent()) {
            process.get().onExit().get(10, TimeUnit.SECONDS);
        }
    }
}
