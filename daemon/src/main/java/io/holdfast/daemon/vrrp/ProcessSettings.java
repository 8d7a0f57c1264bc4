package io.holdfast.daemon.vrrp;

import io.holdfast.daemon.process.Log;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.Limits;
import io.holdfast.linux.sys.MemoryLock;
import io.holdfast.linux.sys.Prctl;
import io.holdfast.linux.sys.Scheduling;
import io.holdfast.node.NodeSpec;
import io.holdfast.supervise.GlobalSpec;
import io.holdfast.supervise.SchedulingSpec;
import io.holdfast.vrrp.VrrpSpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// Asks the kernel to treat this process as configured: name, priority, processors, memory (`daemon.md` 1.8). A refusal
/// is a warning; VRRP works without, only less punctually.
final class ProcessSettings {
    /// Below this interval a busy machine delays an ordinary process by more than a peer waits.
    private static final Duration FAST = Duration.ofMillis(100);
    /// The lowest real-time priority is ahead of every ordinary process, and of nothing else.
    private static final int AUTO_PRIORITY = 1;

    private static final int HIGHEST_PRIORITY = 99;
    private static final Duration SHORTEST_LIMIT = Duration.ofSeconds(1);

    private final Log log;
    private GlobalSpec applied = GlobalSpec.DEFAULT;
    private int realtimeNow;
    private boolean locked;

    ProcessSettings(Log log) {
        this.log = log;
    }

    void apply(GlobalSpec global, NodeSpec node) {
        SchedulingSpec before = applied.vrrpScheduling();
        SchedulingSpec wanted = global.vrrpScheduling();
        applied = global;
        global.vrrpProcessName().ifPresent(name -> attempt("set the process name", () -> Prctl.setName(name)));
        if (wanted.niceness() != before.niceness()) {
            attempt("set the priority", () -> Scheduling.setNice(wanted.niceness()));
        }
        if (!wanted.cpus().equals(before.cpus())) {
            attempt("set the CPU affinity", () -> Scheduling.setAffinity(processors(wanted.cpus())));
        }
        int realtime = wanted.isRealtime() ? wanted.realtimePriority()
                : global.autoRealtime() && hasFastInstance(node) ? AUTO_PRIORITY : 0;
        schedule(realtime, wanted);
        lockMemory(wanted.noSwap() || realtime > 0);
    }

    /// The loop was woken too late. From a certain lateness on the process asks for real-time scheduling, or for one
    /// priority more, as far as `max_auto_priority` allows.
    void late(Duration by) {
        if (by.compareTo(applied.minAutoPriorityDelay()) < 0) {
            return;
        }
        log.info("a timer was " + by.toMillis() + " ms late");
        int highest = Math.min(applied.maxAutoPriority().orElse(0), HIGHEST_PRIORITY);
        if (realtimeNow < highest) {
            log.info("raising real-time priority to " + (realtimeNow + 1));
            schedule(realtimeNow + 1, applied.vrrpScheduling());
        }
    }

    private void schedule(int realtime, SchedulingSpec wanted) {
        realtimeNow = realtime;
        if (realtime == 0) {
            if (Scheduling.isRoundRobin()) {
                attempt("return to ordinary scheduling", Scheduling::reset);
            }
            return;
        }
        wanted.realtimeLimit().ifPresent(limit -> attempt("limit real-time CPU time", () -> limit(limit)));
        attempt("run with real-time priority " + realtime, () -> Scheduling.setRoundRobin(realtime));
    }

    private void lockMemory(boolean wanted) {
        if (wanted && !locked) {
            attempt("lock its memory", MemoryLock::lockAll);
        } else if (!wanted && locked) {
            attempt("unlock its memory", MemoryLock::unlockAll);
        }
        locked = wanted;
    }

    /// The kernel ends a process that uses more at a stretch, and a JVM that collects garbage or compiles does use more
    /// than the 10 ms that suit a C program.
    private void limit(Duration asked) {
        Duration limit = asked.compareTo(SHORTEST_LIMIT) < 0 ? SHORTEST_LIMIT : asked;
        if (!limit.equals(asked)) {
            log.warning("vrrp_rlimit_rttime is raised to " + SHORTEST_LIMIT.toMillis() + " ms: a JVM may need as much");
        }
        long micros = limit.toNanos() / 1_000;
        Limits.set(Limits.RLIMIT_RTTIME, new Limits.Limit(micros, micros));
    }

    private static boolean hasFastInstance(NodeSpec node) {
        for (VrrpSpec instance : node.instances()) {
            if (instance.advertInterval().compareTo(FAST) < 0) {
                return true;
            }
        }
        return false;
    }

    /// @param cpus empty for all
    private static int[] processors(List<Integer> cpus) {
        if (cpus.isEmpty()) {
            int[] all = new int[Runtime.getRuntime().availableProcessors()];
            Arrays.setAll(all, i -> i);
            return all;
        }
        int[] numbers = new int[cpus.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = cpus.get(i);
        }
        return numbers;
    }

    private void attempt(String what, Runnable change) {
        try {
            change.run();
        } catch (KernelException e) {
            log.warning("could not " + what + ": " + e.getMessage());
        }
    }
}
