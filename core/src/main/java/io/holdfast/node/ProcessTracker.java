package io.holdfast.node;

import io.holdfast.base.MonoTime;
import io.holdfast.track.Condition;
import io.holdfast.track.ProcessSpec;
import io.holdfast.vrrp.VrrpState;
import java.time.Duration;

/// One `vrrp_track_process`: whether there are as many processes as there have to be, and for how long
/// (`vrrp.md` 6.5).
final class ProcessTracker extends TimerHeap.Entry {
    private ProcessSpec spec;
    private int count;
    /// What counts; while the timer runs, no longer what is true.
    private boolean met;
    private boolean known;

    ProcessTracker(ProcessSpec spec) {
        this.spec = spec;
    }

    ProcessSpec spec() {
        return spec;
    }

    int count() {
        return count;
    }

    Condition condition() {
        if (!known) {
            return Condition.UNKNOWN;
        }
        return met ? Condition.UP : Condition.DOWN;
    }

    /// Whether another configuration of this name counts the same processes.
    boolean isSameAs(ProcessSpec other) {
        return spec.process().equals(other.process()) && spec.parameters().equals(other.parameters())
                && spec.match() == other.match();
    }

    void reconfigure(ProcessSpec changed) {
        spec = changed;
        met = isMet(count);
    }

    /// Another number; what it comes to may have to last for a while before it counts. The first counts at once.
    void counted(int processes, TimerHeap timers, MonoTime now) {
        Duration delay = processes > count ? spec.forkDelay() : spec.terminateDelay();
        count = processes;
        if (known && isMet(count) == met) {
            timers.arm(this, VrrpState.NEVER);
        } else if (!known || !delay.isPositive()) {
            settle(timers);
        } else if (deadline().nanos() == VrrpState.NEVER.nanos()) {
            timers.arm(this, now.plus(delay));
        }
    }

    /// From now on what is true counts.
    void settle(TimerHeap timers) {
        known = true;
        met = isMet(count);
        timers.arm(this, VrrpState.NEVER);
    }

    private boolean isMet(int processes) {
        return processes >= spec.quorum() && processes <= spec.most().orElse(Integer.MAX_VALUE);
    }
}
