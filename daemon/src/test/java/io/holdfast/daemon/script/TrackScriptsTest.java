package io.holdfast.daemon.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.daemon.process.Log;
import io.holdfast.linux.sys.Epoll;
import io.holdfast.node.NodeEvent;
import io.holdfast.track.ScriptResult;
import io.holdfast.track.ScriptResult.Kind;
import io.holdfast.track.ScriptSpec;
import io.holdfast.track.ScriptSpec.Probe;
import io.holdfast.track.Weight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrackScriptsTest {
    private final Inbox<NodeEvent> answers = new Inbox<>();
    private final ScriptLoop loop = new ScriptLoop("scripts", Log.discarding());
    private final TrackScripts scripts = new TrackScripts(
            new ScriptRunner(loop, RunLedger.NONE, 0, Log.discarding()), answers);

    @TempDir
    Path directory;

    @Test
    void eachRunIsAnswered() {
        scripts.run(script("good", "exit 0"));
        assertThat(next()).isEqualTo(new Answer("good", ScriptResult.SUCCESS));
        scripts.run(script("bad", "exit 9"));
        assertThat(next()).isEqualTo(new Answer("bad", new ScriptResult(Kind.EXITED, 9)));
    }

    @Test
    void aFileThatCanBeOpenedIsASuccess() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        scripts.run(opens(file));
        assertThat(next()).isEqualTo(new Answer("opens", ScriptResult.SUCCESS));
        Files.delete(file);
        scripts.run(opens(file));
        assertThat(next()).isEqualTo(new Answer("opens", new ScriptResult(Kind.EXITED, 1)));
    }

    /// A pipe that nobody writes to must not keep the others waiting.
    @Test
    void aPipeIsOpenedWithoutWaiting() throws Exception {
        Path pipe = directory.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        scripts.run(opens(pipe));
        assertThat(next()).isEqualTo(new Answer("opens", ScriptResult.SUCCESS));
    }

    @Test
    void aReloadEndsOnlyWhatItChanges() throws Exception {
        Path go = directory.resolve("go");
        ScriptSpec stays = script("stays", "until [ -e " + go + " ]; do sleep 0.05; done");
        scripts.run(stays);
        scripts.run(script("goes", "exec sleep 60"));
        scripts.keepOnly(List.of(script("stays", "until [ -e " + go + " ]; do sleep 0.05; done"),
                script("goes", "exit 5")));
        scripts.run(script("goes", "exit 5"));
        assertThat(next()).as("of the new one").isEqualTo(
                new Answer("goes", new ScriptResult(Kind.EXITED, 5)));
        Files.createFile(go);
        assertThat(next()).isEqualTo(new Answer("stays", ScriptResult.SUCCESS));
    }

    @Test
    void aStopWaitsForScriptsButNotLong() throws Exception {
        Path pid = directory.resolve("pid");
        scripts.run(script("stubborn", "trap '' TERM; echo $$ > " + pid + ".new; mv " + pid + ".new " + pid
                + "; while :; do sleep 0.05; done"));
        while (!Files.exists(pid)) {
            Thread.onSpinWait();
        }
        long start = System.nanoTime();
        scripts.stop();
        scripts.awaitEnd();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(990),
                Duration.ofMillis(1500));
        assertThat(ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))).isEmpty();
        scripts.run(script("late", "exit 0"));
        assertThat(answers.poll()).isEmpty();
    }

    @Test
    void whatNeverRanNeedsNoThread() {
        scripts.keepOnly(List.of());
        scripts.stop();
        scripts.awaitEnd();
        assertThat(loop.hasBegun()).isFalse();
    }

    private record Answer(String script, ScriptResult result) {}

    private Answer next() {
        Optional<NodeEvent> event = answers.poll();
        try (Epoll epoll = Epoll.open(1)) {
            epoll.add(answers.fd(), Epoll.EPOLLIN, 0);
            while (event.isEmpty()) {
                assertThat(epoll.await(10_000)).as("an answer").isEqualTo(1);
                answers.beginTurn();
                event = answers.poll();
            }
        }
        NodeEvent.ScriptEnded ended = (NodeEvent.ScriptEnded) event.get();
        return new Answer(ended.script().name(), ended.result());
    }

    private static ScriptSpec script(String name, String script) {
        return spec(name, new Probe.Runs(ScriptRunnerTest.shell(script)));
    }

    private static ScriptSpec opens(Path path) {
        return spec("opens", new Probe.Opens(path.toString()));
    }

    private static ScriptSpec spec(String name, Probe probe) {
        return new ScriptSpec(name, probe, Duration.ofSeconds(1), Duration.ofSeconds(10), Weight.FAULT, 1, 1, false);
    }
}
