package io.holdfast.sim;

import io.holdfast.track.ScriptResult;
import io.holdfast.track.ScriptSpec;
import java.util.HashMap;
import java.util.Map;

/// What trackers watch on one machine, as it really is: how scripts end, what files say, how many processes run.
/// Outlives the daemon.
public final class Services {

    /// What a script does when it is run.
    public enum Behaviour {
        SUCCEEDS, FAILS, CRASHES,
        /// Survives even the request to end, so that its answer comes late.
        HANGS, CANNOT_START
    }

    /// How a run ends, and how long after its beginning the daemon learns of it.
    record Run(ScriptResult result, long nanos) {}

    private static final int SIGSEGV = 11;
    private static final long USUAL_NANOS = 50_000_000;
    /// From the end of the timeout to the second signal, which nobody survives, and a little more (`daemon.md` 4.7).
    static final long KILL_NANOS = 2_100_000_000L;
    private static final int SLOW_ONE_IN = 10;

    private final World world;
    private final Map<String, Behaviour> scripts = new HashMap<>();
    private final Map<String, Integer> files = new HashMap<>();
    private final Map<String, Integer> processes = new HashMap<>();
    private boolean quick;

    Services(World world) {
        this.world = world;
    }

    void script(String name, Behaviour behaviour) {
        scripts.put(name, behaviour);
    }

    /// From now on no run takes long, unless it hangs.
    void quick(boolean always) {
        quick = always;
    }

    /// @return whether that is another number
    boolean file(String name, int value) {
        return !Integer.valueOf(value).equals(files.put(name, value));
    }

    /// @return whether that is another number
    boolean processes(String name, int count) {
        return !Integer.valueOf(count).equals(processes.put(name, count));
    }

    int file(String name) {
        return files.getOrDefault(name, 0);
    }

    /// One runs unless somebody said otherwise.
    int processes(String name) {
        return processes.getOrDefault(name, 1);
    }

    Run run(ScriptSpec script) {
        long timeout = script.timeout().toNanos();
        Behaviour behaviour = scripts.getOrDefault(script.name(), Behaviour.SUCCEEDS);
        long takes = world.soon(USUAL_NANOS) - world.now();
        if (!quick && world.soon(SLOW_ONE_IN - 1) == world.now()) {
            takes += world.soon(2 * timeout) - world.now();
        }
        if (behaviour == Behaviour.HANGS) {
            return new Run(timedOut(), timeout + KILL_NANOS);
        }
        if (takes > timeout && behaviour != Behaviour.CANNOT_START) {
            return new Run(timedOut(), timeout + world.soon(USUAL_NANOS) - world.now());
        }
        return new Run(switch (behaviour) {
            case SUCCEEDS, HANGS -> ScriptResult.SUCCESS;
            case FAILS -> new ScriptResult(ScriptResult.Kind.EXITED, 1);
            case CRASHES -> new ScriptResult(ScriptResult.Kind.SIGNALLED, SIGSEGV);
            case CANNOT_START -> new ScriptResult(ScriptResult.Kind.NOT_STARTED, 0);
        }, takes);
    }

    private static ScriptResult timedOut() {
        return new ScriptResult(ScriptResult.Kind.TIMED_OUT, 0);
    }
}
