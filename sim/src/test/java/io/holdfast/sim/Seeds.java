package io.holdfast.sim;

import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/// The seeds each scenario is run with: 200, or `-Dsim.runs=N`, from 0 or `-Dsim.from=S` on; or the single one of
/// `-Dsim.seed=S`.
///
/// A loop and not a parameterized test, because a run of 100,000 seeds would otherwise keep a report of each.
final class Seeds {
    private Seeds() {}

    static void each(LongConsumer scenario) {
        Long only = Long.getLong("sim.seed");
        if (only != null) {
            scenario.accept(only);
        } else {
            long first = Long.getLong("sim.from", 0);
            LongStream.range(first, first + Integer.getInteger("sim.runs", 200)).forEach(scenario);
        }
    }
}
