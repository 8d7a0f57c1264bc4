package io.holdfast.daemon.parent;

import io.holdfast.base.MonoTime;
import java.util.Optional;

/// Arithmetic of points in time that may never come.
final class Deadlines {
    private Deadlines() {}

    static Optional<MonoTime> earlier(Optional<MonoTime> one, Optional<MonoTime> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isPresent() ? one : other;
        }
        return Optional.of(MonoTime.earlier(one.get(), other.get()));
    }

    static boolean isPast(Optional<MonoTime> deadline, MonoTime now) {
        return deadline.isPresent() && !deadline.get().isAfter(now);
    }
}
