package io.holdfast.daemon.parent;

import io.holdfast.base.MonoTime;
import io.holdfast.supervise.RespawnDelay;
import java.util.Optional;

/// A child the parent is responsible for, running or waiting to be started again.
final class Child {
    private final ChildKind kind;
    private RespawnDelay delay = RespawnDelay.NONE;
    private Optional<ChildProcess> process = Optional.empty();
    private Optional<MonoTime> respawnAt = Optional.empty();

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

    void started(ChildProcess running) {
        process = Optional.of(running);
        respawnAt = Optional.empty();
    }

    /// Forgets the process and, if it is to come back, plans when.
    ///
    /// @return when, measured from `now`
    MonoTime died(ChildProcess dead, MonoTime now) {
        var lifetime = now.since(dead.startedAt());
        MonoTime when = now.plus(delay.after(lifetime));
        delay = delay.advance(lifetime);
        gone();
        respawnAt = Optional.of(when);
        return when;
    }

    /// Forgets the process for good.
    void gone() {
        process = Optional.empty();
        respawnAt = Optional.empty();
    }
}
