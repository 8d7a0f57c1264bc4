package io.holdfast.node;

import io.holdfast.base.MonoTime;
import io.holdfast.track.Condition;
import io.holdfast.track.ProcessSpec;
import io.holdfast.vrrp.VrrpState;
import java.time.Duration;
import java.util.OptionalInt;

/// One `vrrp_track_process`: whether there are as many processes as there have to be, and for how long
/// (`vrrp.md` 6.5).
final class ProcessTracker extends TimerHeap.Entry {
    private ProcessSpec spec;
    /// None as long as nobody has counted.
    private OptionalInt counted = OptionalInt.empty();
    /// What counts; while the timer runs, no longer what is true.
    private boolean met;

    ProcessTracker(ProcessSpec spec) {
        this.spec = spec;
    }

    ProcessSpec spec() {
        return spec;
    }

    int count() {
        return counted.orElse(0);
    }

    Condition condition() {
        if (counted.isEmpty()) {
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
        met = isMet(count());
    }

    /// Another number; what it comes to may have to last for a while before it counts. The first is not delayed.
    void counted(int processes, TimerHeap timers, MonoTime now) {
        boolean first = counted.isEmpty();
        Duration delay = processes > count() ? spec.forkDelay() : spec.terminateDelay();
        counted = OptionalInt.of(processes);
        if (first) {
            met = isMet(processes);
        } else if (isMet(processes) == met) {
            timers.arm(this, VrrpState.NEVER);
        } else if (!delay.isPositive()) {
            settle(timers);
        } else if (deadline().nanos() == VrrpState.NEVER.nanos()) {
            timers.arm(this, now.plus(delay));
        }
    }

    /// From now on what is true counts.
    void settle(TimerHeap timers) {
        met = isMet(count());
        timers.arm(this, VrrpState.NEVER);
    }

    private boolean isMet(int processes) {
        return processes >= spec.quorum() && processes <= spec.most().orElse(Integer.MAX_VALUE);
    }
}
