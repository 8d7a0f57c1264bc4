package io.holdfast.daemon.parent;

import io.holdfast.base.MonoTime;
import io.holdfast.supervise.RespawnDelay;
import java.time.Duration;
import java.util.Optional;

/// A child the parent is responsible for, running or waiting to be started again.
final class Child {
    private final ChildKind kind;
    private RespawnDelay delay = RespawnDelay.NONE;
    private Optional<ChildProcess> process = Optional.empty();
    private Optional<MonoTime> respawnAt = Optional.empty();
    private boolean givenUp;

    Child(ChildKind kind) {
        this.kind = kind;
    }

    ChildKind kind() {
        return kind;
    }

    Optional<ChildProcess> process() {
        return process;
    }

    Optional<MonoTime> respawnAt() {
        return respawnAt;
    }

    /// Whether this process has said that it cannot go on. An exit status alone may be the JVM's own, which ends with 1
    /// for any shortage before the first line of ours runs.
    boolean hasGivenUp() {
        return givenUp;
    }

    void givesUp() {
        givenUp = true;
    }

    void started(ChildProcess running) {
        givenUp = false;
        process = Optional.of(running);
        respawnAt = Optional.empty();
    }

    /// Forgets the process and, if it is to come back, plans when.
    ///
    /// @return when, measured from `now`
    MonoTime died(ChildProcess dead, MonoTime now) {
        return away(now.since(dead.startedAt()), now);
    }

    /// As if it had died at once: no process could be started.
    ///
    /// @return when to try again
    MonoTime failedToStart(MonoTime now) {
        return away(Duration.ZERO, now);
    }

    private MonoTime away(Duration lifetime, MonoTime now) {
        MonoTime when = now.plus(delay.after(lifetime));
        delay = delay.advance(lifetime);
        gone();
        respawnAt = Optional.of(when);
        return when;
    }

    /// Does not come back: the daemon ends.
    void stayAway() {
        respawnAt = Optional.empty();
    }

    /// Forgets the process for good.
    void gone() {
        process = Optional.empty();
        respawnAt = Optional.empty();
    }
}
