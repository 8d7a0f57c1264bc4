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

    ProcessTracker(ProcessSpec spec) {
        this.spec = spec;
        this.met = isMet(0);
    }

    ProcessSpec spec() {
        return spec;
    }

    int count() {
        return count;
    }

    Condition condition() {
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

    /// Before the start nothing is delayed.
    void begin(int processes) {
        count = processes;
        met = isMet(processes);
    }

    /// Another number; what it comes to may have to last for a while before it counts.
    void counted(int processes, TimerHeap timers, MonoTime now) {
        Duration delay = processes > count ? spec.forkDelay() : spec.terminateDelay();
        count = processes;
        if (isMet(count) == met) {
            timers.arm(this, VrrpState.NEVER);
        } else if (!delay.isPositive()) {
            settle(timers);
        } else if (deadline().nanos() == VrrpState.NEVER.nanos()) {
            timers.arm(this, now.plus(delay));
        }
    }

    /// From now on what is true counts.
    void settle(TimerHeap timers) {
        met = isMet(count);
        timers.arm(this, VrrpState.NEVER);
    }

    private boolean isMet(int processes) {
        return processes >= spec.quorum() && processes <= spec.most().orElse(Integer.MAX_VALUE);
    }
}
