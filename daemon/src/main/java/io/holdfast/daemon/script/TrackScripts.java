package io.holdfast.daemon.script;

import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.node.NodeEvent;
import io.holdfast.track.ScriptResult;
import io.holdfast.track.ScriptSpec;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Carries out what `vrrp_script`s consist of (`vrrp.md` 6.3). When one is run is decided elsewhere.
///
/// Its public methods are for the thread that owns the loop; answers come through the inbox.
public final class TrackScripts {
    /// What scripts have from SIGTERM to SIGKILL when they are not wanted any more.
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    /// What the kernel has to end them.
    private static final Duration REAPING = Duration.ofMillis(100);

    private final ScriptRunner runner;
    private final Inbox<NodeEvent> answers;
    private final CountDownLatch allOver = new CountDownLatch(1);
    /// On the thread of scripts, as the next.
    private final Set<Asked> running = new HashSet<>();
    private boolean stopping;

    /// @param answers to which goes one [NodeEvent.ScriptEnded] for each script that is run and not made to end
    public TrackScripts(ScriptRunner runner, Inbox<NodeEvent> answers) {
        this.runner = runner;
        this.answers = answers;
    }

    /// Does it once.
    public void run(ScriptSpec script) {
        runner.loop().post(() -> begin(script));
    }

    /// A configuration took effect that has these. The others are made to end, and what comes of them nobody is told. A
    /// script that still does the same runs on, for whoever asked awaits its result.
    public void keepOnly(List<ScriptSpec> scripts) {
        if (runner.loop().hasBegun()) {
            runner.loop().post(() -> endAllBut(scripts));
        }
    }

    /// Has all of them end: SIGTERM now, SIGKILL after a second.
    public void stop() {
        if (runner.loop().hasBegun()) {
            runner.loop().post(() -> {
                stopping = true;
                endAllBut(List.of());
                reportOver();
            });
        }
    }

    /// Waits until all have ended that [#stop] has end: hardly longer than a second.
    public void awaitEnd() {
        if (runner.loop().hasBegun()) {
            try {
                allOver.await(PATIENCE.plus(REAPING).toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    // ---- on the thread of scripts

    /// A script that was asked for.
    private final class Asked implements ScriptRunner.Listener {
        private final ScriptSpec script;
        private Optional<ScriptRun> run = Optional.empty();
        private boolean wanted = true;

        private Asked(ScriptSpec script) {
            this.script = script;
        }

        @Override
        public void ended(ScriptResult result) {
            running.remove(this);
            if (wanted) {
                answer(script, result);
            }
            reportOver();
        }

        private void end() {
            wanted = false;
            run.ifPresent(started -> started.end(PATIENCE));
        }
    }

    private void begin(ScriptSpec script) {
        if (stopping) {
            return;
        }
        switch (script.probe()) {
            case ScriptSpec.Probe.Opens opens -> answer(script, opened(opens.path()));
            case ScriptSpec.Probe.Runs runs -> {
                Asked asked = new Asked(script);
                running.add(asked);
                asked.run = runner.start(runs.command(), Optional.of(script.timeout()), asked);
            }
        }
    }

    /// As a shell that reads from the file for a command that does nothing: status 1 if it cannot.
    private static ScriptResult opened(String path) {
        try {
            Descriptor.reading(path).close();
            return ScriptResult.SUCCESS;
        } catch (KernelException e) {
            return new ScriptResult(ScriptResult.Kind.EXITED, 1);
        }
    }

    private void answer(ScriptSpec script, ScriptResult result) {
        answers.post(new NodeEvent.ScriptEnded(script, result));
    }

    private void endAllBut(List<ScriptSpec> kept) {
        for (Asked asked : running) {
            if (!isAmong(kept, asked.script)) {
                asked.end();
            }
        }
    }

    private static boolean isAmong(List<ScriptSpec> scripts, ScriptSpec script) {
        for (ScriptSpec other : scripts) {
            if (other.name().equals(script.name()) && other.probe().equals(script.probe())) {
                return true;
            }
        }
        return false;
    }

    private void reportOver() {
        if (stopping && running.isEmpty()) {
            allOver.countDown();
        }
    }
}
