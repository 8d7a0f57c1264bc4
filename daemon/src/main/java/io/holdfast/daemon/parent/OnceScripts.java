package io.holdfast.daemon.parent;

import io.holdfast.base.MonoTime;
import io.holdfast.daemon.process.Log;
import io.holdfast.daemon.script.Inbox;
import io.holdfast.daemon.script.RunLedger;
import io.holdfast.daemon.script.ScriptLoop;
import io.holdfast.daemon.script.ScriptRun;
import io.holdfast.daemon.script.ScriptRunner;
import io.holdfast.linux.sys.Epoll;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.MonoClock;
import io.holdfast.linux.sys.Scheduling;
import io.holdfast.supervise.ScriptsSpec;
import io.holdfast.track.ScriptResult;
import java.time.Duration;
import java.util.Optional;

/// Runs the start-up and the shutdown script, one at a time (`daemon.md` 4.8). Nothing of it exists where there is
/// none.
final class OnceScripts {
    /// After its limit: SIGTERM, 2 s, SIGKILL, 2 s, SIGKILL once more, 10 s (`daemon.md` 4.7). What has not ended then
    /// is not waited for.
    private static final Duration TO_GIVE_UP = Duration.ofSeconds(14);
    /// For a script that the end of the daemon makes end.
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Epoll epoll;
    private final long token;
    private final Log log;
    private Optional<Side> side = Optional.empty();
    private Optional<MonoTime> deadline = Optional.empty();
    private String running = "";

    private record Side(Inbox<ScriptResult> results, ScriptRunner runner) {}

    /// On the thread of scripts.
    private Optional<ScriptRun> run = Optional.empty();

    /// @param token of the epoll, when a script has ended
    OnceScripts(Epoll epoll, long token, Log log) {
        this.epoll = epoll;
        this.token = token;
        this.log = log;
    }

    /// Starts one.
    ///
    /// @param keyword that names it
    /// @return whether its end is to be awaited
    boolean begin(String keyword, ScriptsSpec.Once script) {
        try {
            Side started = side();
            log.info("Running " + keyword);
            running = keyword;
            deadline = Optional.of(MonoClock.now().plus(script.limit()).plus(TO_GIVE_UP));
            started.runner().loop().post(() -> run = started.runner().start(script.command(),
                    Optional.of(script.limit()), started.results()::post));
            return true;
        } catch (KernelException e) {
            log.error(keyword + " cannot be run: " + e.getMessage());
            return false;
        }
    }

    private Side side() {
        if (side.isEmpty()) {
            Inbox<ScriptResult> results = new Inbox<>();
            epoll.add(results.fd(), Epoll.EPOLLIN, token);
            side = Optional.of(new Side(results, new ScriptRunner(new ScriptLoop("scripts", log), RunLedger.NONE,
                    Scheduling.nice(), log)));
        }
        return side.get();
    }

    boolean isRunning() {
        return deadline.isPresent();
    }

    /// Makes it end; that it has is told as ever.
    void end() {
        side().runner().loop().post(() -> run.ifPresent(started -> started.end(PATIENCE)));
    }

    /// Whether it is over, which is said. Not if it had been given up.
    boolean hasEnded() {
        Inbox<ScriptResult> results = side().results();
        results.beginTurn();
        Optional<ScriptResult> result = results.poll();
        if (result.isEmpty() || !isRunning()) {
            return false;
        }
        deadline = Optional.empty();
        if (result.get().isSuccess()) {
            log.detail(running + " succeeded");
        } else {
            log.info(running + " failed: " + result.get());
        }
        return true;
    }

    /// When it is not waited for any longer.
    Optional<MonoTime> deadline() {
        return deadline;
    }

    void giveUp() {
        deadline = Optional.empty();
        log.error(running + " cannot be ended; the daemon goes on");
    }
}
