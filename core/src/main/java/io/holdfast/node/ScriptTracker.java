package io.holdfast.node;

import io.holdfast.base.MonoTime;
import io.holdfast.track.Condition;
import io.holdfast.track.ScriptResult;
import io.holdfast.track.ScriptSpec;
import io.holdfast.vrrp.Schedule;

/// One `vrrp_script`: when it runs, and what its results come to (`vrrp.md` 6.3).
final class ScriptTracker extends TimerHeap.Entry {
    private ScriptSpec spec;
    private boolean running;
    private boolean skipped;
    private boolean known;
    /// Up from `rise` on; the highest is `rise + fall - 1`.
    private int score;
    private ScriptResult last = ScriptResult.SUCCESS;

    ScriptTracker(ScriptSpec spec) {
        this.spec = spec;
        this.known = spec.initFail();
    }

    ScriptSpec spec() {
        return spec;
    }

    /// How the last run ended.
    ScriptResult last() {
        return last;
    }

    Condition condition() {
        if (!known) {
            return Condition.UNKNOWN;
        }
        return score >= spec.rise() ? Condition.UP : Condition.DOWN;
    }

    /// Whether another configuration of a script of this name does the same, so that its results go on to count.
    boolean isSameAs(ScriptSpec other) {
        return spec.probe().equals(other.probe());
    }

    /// The same script with other thresholds or times.
    void reconfigure(ScriptSpec changed) {
        boolean up = condition() == Condition.UP;
        spec = changed;
        score = up ? highest() : 0;
    }

    /// The time has come for another run.
    void runDue(Outbox outbox, TimerHeap timers, MonoTime now) {
        timers.arm(this, Schedule.next(deadline(), spec.interval(), now));
        if (!running) {
            running = true;
            outbox.add(new Action.RunScript(spec));
        } else if (!skipped) {
            skipped = true;
            outbox.add(new Action.Log(Action.Log.Level.WARNING, "Script " + spec.name()
                    + " still runs, so it is not started again"));
        }
    }

    /// A run is over.
    void ended(ScriptResult result) {
        skipped &= result.kind() == ScriptResult.Kind.TIMED_OUT;
        running = false;
        last = result;
        if (result.isSuccess()) {
            score = !known || score >= spec.rise() - 1 ? highest() : score + 1;
        } else {
            score = !known || score <= spec.rise() ? 0 : score - 1;
        }
        known = true;
    }

    private int highest() {
        return spec.rise() + spec.fall() - 1;
    }
}
