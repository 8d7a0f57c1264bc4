package io.holdfast.node;

import io.holdfast.vrrp.Stall;
import io.holdfast.vrrp.VrrpState;
import java.time.Duration;
import java.util.List;

/// From what lateness of the loop on some instance may have to doubt what it knows. Usually none has to, and then none
/// of tens of thousands is looked at.
final class Lateness {
    /// In nanoseconds; no backup expects advertisements more often. Never grows but at a reload.
    private long shortestInterval = Long.MAX_VALUE;
    /// In nanoseconds, of instances with `timer_expired_backup`.
    private long shortestStall = Long.MAX_VALUE;

    /// These are the instances now.
    void begin(List<Instance> instances) {
        shortestInterval = Long.MAX_VALUE;
        shortestStall = Long.MAX_VALUE;
        for (Instance instance : instances) {
            if (instance.spec().options().timerExpiredBackup().isPresent()) {
                shortestStall = Math.min(shortestStall, Stall.suspicious(instance.spec()).toNanos());
            }
            note(instance.state);
        }
    }

    /// An instance is in this state now.
    void note(VrrpState state) {
        if (state instanceof VrrpState.Backup backup) {
            shortestInterval = Math.min(shortestInterval, backup.masterInterval().toNanos());
        }
    }

    /// Whether an instance with `timer_expired_backup` has to ask itself if it still is master.
    boolean isStall(Duration by) {
        return by.toNanos() >= shortestStall;
    }

    /// Whether a backup may doubt its silence; half an interval is what it can miss without.
    boolean isDoubtful(Duration by) {
        return by.toNanos() > shortestInterval / 2;
    }
}
