package io.holdfast.node;

import io.holdfast.base.MonoTime;

/// The time after the start in which nothing is sent, and silence proves nothing (`vrrp_startup_delay`, `vrrp.md` 3.3).
final class StartDelay {
    private MonoTime startedAt = new MonoTime(Long.MIN_VALUE);
    private MonoTime end = new MonoTime(Long.MIN_VALUE);

    /// @param now the start of the daemon
    void begin(NodeSpec spec, MonoTime now) {
        startedAt = now;
        end = endOf(spec);
    }

    /// There is none after all.
    void waive(MonoTime now) {
        end = now;
    }

    /// One that is over stays over; one that is running ends when the new configuration says.
    ///
    /// @return whether it ends at another time
    boolean rebase(NodeSpec spec, MonoTime now) {
        MonoTime changed = endOf(spec);
        if (!now.isBefore(end) || changed.nanos() == end.nanos()) {
            return false;
        }
        end = changed;
        return true;
    }

    /// From when on silence counts.
    MonoTime listeningFrom(MonoTime now) {
        return now.isBefore(end) ? end : now;
    }

    boolean isOver(MonoTime now) {
        return !now.isBefore(end);
    }

    private MonoTime endOf(NodeSpec spec) {
        MonoTime afterStart = startedAt.plus(spec.startupDelay());
        // The monotonic clock begins with the machine.
        MonoTime afterBoot = new MonoTime(spec.delayAfterBoot().toNanos());
        return afterBoot.isAfter(afterStart) ? afterBoot : afterStart;
    }
}
