package io.holdfast.sim;

import io.holdfast.track.Condition;
import io.holdfast.track.ProcessSpec;

/// What one `vrrp_track_process` has to come to (`vrrp.md` 6.5).
final class ProcessBook {
    static final long NEVER = Long.MAX_VALUE;

    private ProcessSpec spec;
    private Condition condition = Condition.UNKNOWN;
    private int count;
    private long due = NEVER;

    ProcessBook(ProcessSpec spec) {
        this.spec = spec;
    }

    ProcessSpec spec() {
        return spec;
    }

    Condition condition() {
        return condition;
    }

    long due() {
        return due;
    }

    void reconfigure(ProcessSpec changed) {
        spec = changed;
        if (condition != Condition.UNKNOWN) {
            condition = truth();
        }
        due = NEVER;
    }

    void counted(int processes, long now) {
        long delay = (processes > count ? spec.forkDelay() : spec.terminateDelay()).toNanos();
        count = processes;
        if (condition == Condition.UNKNOWN || delay == 0) {
            condition = truth();
        }
        if (condition == truth()) {
            due = NEVER;
        } else if (due == NEVER) {
            due = now + delay;
        }
    }

    /// @return whether that changes anything
    boolean fires(long now) {
        if (due > now) {
            return false;
        }
        due = NEVER;
        condition = truth();
        return true;
    }

    private Condition truth() {
        boolean enough = count >= spec.quorum();
        boolean tooMany = spec.most().isPresent() && count > spec.most().getAsInt();
        return enough && !tooMany ? Condition.UP : Condition.DOWN;
    }
}
