package io.holdfast.supervise;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How the kernel is asked to treat one process (`daemon.md` 1.8).
///
/// @param niceness         `..._priority`, -20 to 19; matters only without a real-time priority
/// @param noSwap           `..._no_swap`: its pages stay in memory
/// @param realtimePriority `..._rt_priority`, round robin, 1 to 99; 0 for ordinary scheduling
/// @param cpus             `..._cpu_affinity`: the CPUs it may run on; empty for all
/// @param realtimeLimit    `..._rlimit_rttime`: CPU time between blocking calls when real-time; empty for none:
///                         the reference's 10 ms are less than a JVM needs
public record SchedulingSpec(int niceness, boolean noSwap, int realtimePriority, List<Integer> cpus,
        Optional<Duration> realtimeLimit) {

    public static final SchedulingSpec DEFAULT = new SchedulingSpec(0, false, 0, List.of(), Optional.empty());

    public SchedulingSpec {
        cpus = List.copyOf(cpus);
    }

    /// Whether real-time scheduling is configured.
    public boolean isRealtime() {
        return realtimePriority > 0;
    }
}
