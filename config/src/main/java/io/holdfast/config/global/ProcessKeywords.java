package io.holdfast.config.global;

import io.holdfast.config.table.Block;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.value.ClampedValue;
import io.holdfast.config.value.Values;
import io.holdfast.supervise.SchedulingSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How one of the child processes runs: the same keywords for each, told apart by their prefix.
public final class ProcessKeywords {
    private static final long U32 = 4_294_967_295L;

    public static final ProcessKeywords VRRP = new ProcessKeywords("vrrp", "the VRRP process", Effect.EFFECTIVE);
    static final ProcessKeywords CHECKER = new ProcessKeywords("checker", "the checker process", Effect.ACCEPTED);
    static final ProcessKeywords BFD = new ProcessKeywords("bfd", "the BFD process", Effect.ACCEPTED);

    final Block block = Block.part();
    private final Keyword<String> name;
    private final Keyword<Integer> priority;
    private final Keyword<Boolean> noSwap;
    private final Keyword<Integer> realtimePriority;
    private final Keyword<List<Integer>> cpus;
    private final Keyword<Duration> limit;
    private final Keyword<Duration> limitByOldName;

    private ProcessKeywords(String prefix, String process, Effect effect) {
        Rows rows = block.rows(effect);
        name = rows.value(prefix + "_process_name", Values.PROCESS_NAME, "Name of " + process + ".");
        priority = rows.lax(prefix + "_priority", Values.lenientInteger(-20, 19), "Nice value of " + process + ".");
        noSwap = rows.flag(prefix + "_no_swap", "Keep " + process + " in memory.");
        realtimePriority = rows.lax(prefix + "_rt_priority", new ClampedValue(1, 99),
                "Real-time priority of " + process + ".");
        cpus = rows.several(prefix + "_cpu_affinity", Values.integer(0, 4095), "CPUs that " + process + " may run on.");
        limit = rows.value(prefix + "_rlimit_rttime", Values.micros(1, U32),
                "CPU time in microseconds between blocking calls when real-time.");
        limitByOldName = rows.value(prefix + "_rlimit_rtime", Values.micros(1, U32),
                "Old name of " + prefix + "_rlimit_rttime.");
    }

    public Keyword<String> name() {
        return name;
    }

    public Keyword<Integer> priority() {
        return priority;
    }

    public Keyword<Boolean> noSwap() {
        return noSwap;
    }

    public Keyword<Integer> realtimePriority() {
        return realtimePriority;
    }

    public Keyword<List<Integer>> cpus() {
        return cpus;
    }

    public Keyword<Duration> limit() {
        return limit;
    }

    SchedulingSpec scheduling(Draft global) {
        Optional<Duration> configured = global.value(limit);
        return new SchedulingSpec(global.value(priority, 0), global.has(noSwap), global.value(realtimePriority, 0),
                global.value(cpus, List.of()), configured.isPresent() ? configured : global.value(limitByOldName));
    }
}
