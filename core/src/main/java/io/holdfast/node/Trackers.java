package io.holdfast.node;

import io.holdfast.base.MonoTime;
import io.holdfast.track.Condition;
import io.holdfast.track.FileSpec;
import io.holdfast.track.ProcessSpec;
import io.holdfast.track.ScriptResult;
import io.holdfast.track.ScriptSpec;
import io.holdfast.track.TrackerSpec;
import io.holdfast.vrrp.VrrpState;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/// Everything that is watched, and what it says at present. Knows nothing of who depends on it.
final class Trackers {
    /// So many scripts start together without anybody noticing.
    private static final int AT_ONCE = 50;

    private final Outbox outbox;
    private final TimerHeap timers;
    private Map<String, ScriptTracker> scripts = new LinkedHashMap<>();
    private Map<String, ProcessTracker> processes = new HashMap<>();
    private Map<String, OptionalInt> files = new HashMap<>();
    private boolean running;

    Trackers(Outbox outbox, TimerHeap timers) {
        this.outbox = outbox;
        this.timers = timers;
    }

    /// Takes over a configuration. What stays the same goes on as it is.
    ///
    /// @param usedScripts names of the scripts that somebody depends on; no other runs
    void configure(TrackerSpec spec, Set<String> usedScripts, MonoTime now) {
        Map<String, ScriptTracker> scriptsBefore = scripts;
        scripts = new LinkedHashMap<>();
        for (ScriptSpec script : spec.scripts()) {
            if (usedScripts.contains(script.name())) {
                keep(script, scriptsBefore, now);
            }
        }
        for (ScriptTracker gone : scriptsBefore.values()) {
            timers.arm(gone, VrrpState.NEVER);
        }
        Map<String, ProcessTracker> processesBefore = processes;
        processes = new HashMap<>();
        for (ProcessSpec process : spec.processes()) {
            keep(process, processesBefore);
        }
        for (ProcessTracker gone : processesBefore.values()) {
            timers.arm(gone, VrrpState.NEVER);
        }
        Map<String, OptionalInt> filesBefore = files;
        files = new HashMap<>();
        for (FileSpec file : spec.files()) {
            files.put(file.name(), filesBefore.getOrDefault(file.name(), OptionalInt.empty()));
        }
    }

    private void keep(ScriptSpec script, Map<String, ScriptTracker> before, MonoTime now) {
        ScriptTracker known = before.get(script.name());
        if (known != null && known.isSameAs(script)) {
            before.remove(script.name());
            known.reconfigure(script);
            scripts.put(script.name(), known);
            return;
        }
        ScriptTracker tracker = new ScriptTracker(script);
        scripts.put(script.name(), tracker);
        if (running) {
            timers.arm(tracker, now);
        }
    }

    private void keep(ProcessSpec process, Map<String, ProcessTracker> before) {
        ProcessTracker known = before.get(process.name());
        if (known != null && known.isSameAs(process)) {
            before.remove(process.name());
            known.reconfigure(process);
            processes.put(process.name(), known);
        } else {
            processes.put(process.name(), new ProcessTracker(process));
        }
    }

    /// From now on scripts run: at once, or if there are many, one after the other within their interval, so that they
    /// do not all start at the same instant ever after.
    void start(MonoTime now) {
        running = true;
        int number = 0;
        for (ScriptTracker script : scripts.values()) {
            long step = scripts.size() <= AT_ONCE ? 0 : script.spec().interval().toNanos() / scripts.size();
            timers.arm(script, now.plusMicros(step * number / 1_000));
            number++;
        }
    }

    /// @return whether it says something else now
    boolean scriptEnded(ScriptSpec script, ScriptResult result) {
        ScriptTracker tracker = scripts.get(script.name());
        if (tracker == null || !tracker.isSameAs(script)) {
            return false;
        }
        Condition before = tracker.condition();
        tracker.ended(result);
        if (before == tracker.condition()) {
            return false;
        }
        log("VRRP_Script(" + script.name() + ") " + (tracker.condition() == Condition.UP ? "succeeded"
                : "failed (" + result + ")"));
        return true;
    }

    /// @return whether it says something else now
    boolean fileRead(String name, int value) {
        OptionalInt before = files.get(name);
        if (before == null || (before.isPresent() && before.getAsInt() == value)) {
            return false;
        }
        files.put(name, OptionalInt.of(value));
        return true;
    }

    /// @return whether it says something else now
    boolean processesCounted(String name, int count, MonoTime now) {
        ProcessTracker tracker = processes.get(name);
        if (tracker == null) {
            return false;
        }
        Condition before = tracker.condition();
        tracker.counted(count, timers, now);
        return said(tracker, before);
    }

    /// The delay of a process is over.
    ///
    /// @return whether it says something else now
    boolean settle(ProcessTracker tracker) {
        Condition before = tracker.condition();
        tracker.settle(timers);
        return said(tracker, before);
    }

    private boolean said(ProcessTracker tracker, Condition before) {
        if (before == tracker.condition()) {
            return false;
        }
        log("Process tracker " + tracker.spec().name() + ": " + (tracker.condition() == Condition.UP
                ? "quorum met, " : "quorum not met, ") + tracker.count() + " running");
        return true;
    }

    private void log(String text) {
        outbox.add(new Action.Log(Action.Log.Level.INFO, text));
    }

    Condition script(String name) {
        ScriptTracker tracker = scripts.get(name);
        return tracker == null ? Condition.UNKNOWN : tracker.condition();
    }

    /// How the last run of a script ended.
    ScriptResult lastResult(String script) {
        ScriptTracker tracker = scripts.get(script);
        return tracker == null ? ScriptResult.SUCCESS : tracker.last();
    }

    Condition process(String name) {
        ProcessTracker tracker = processes.get(name);
        return tracker == null ? Condition.UNKNOWN : tracker.condition();
    }

    /// How many processes there are.
    int processCount(String name) {
        ProcessTracker tracker = processes.get(name);
        return tracker == null ? 0 : tracker.count();
    }

    /// Its number; none as long as nobody has read it.
    OptionalInt file(String name) {
        return files.getOrDefault(name, OptionalInt.empty());
    }
}
