package io.holdfast.sim;

import io.holdfast.track.Condition;
import io.holdfast.track.ScriptSpec;

/// What one script has to come to, kept as `vrrp.md` 6.3 tells it: so many successes in a row, so many failures.
final class ScriptBook {
    private ScriptSpec spec;
    private Condition condition;
    private int contrary;
    private boolean running;
    private long due;

    /// @param due when it has to run for the first time
    ScriptBook(ScriptSpec spec, long due) {
        this.spec = spec;
        this.due = due;
        this.condition = spec.initFail() ? Condition.DOWN : Condition.UNKNOWN;
    }

    ScriptSpec spec() {
        return spec;
    }

    Condition condition() {
        return condition;
    }

    long due() {
        return due;
    }

    void reconfigure(ScriptSpec changed) {
        spec = changed;
        contrary = 0;
    }

    /// A timer fired.
    ///
    /// @return whether it has to be run
    boolean fires(long now) {
        if (due > now) {
            return false;
        }
        while (due <= now) {
            due += spec.interval().toNanos();
        }
        boolean free = !running;
        running = true;
        return free;
    }

    void ended(boolean success) {
        running = false;
        Condition says = success ? Condition.UP : Condition.DOWN;
        if (condition == Condition.UNKNOWN || says == condition) {
            condition = says;
            contrary = 0;
        } else if (++contrary == (success ? spec.rise() : spec.fall())) {
            condition = says;
            contrary = 0;
        }
    }
}
