package io.holdfast.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class RandomClusterSimTest {

    @Test
    void anyClusterSettlesAfterAnyTrouble() {
        Seeds.each(seed -> new RandomRun(seed).run());
    }

    /// From the first entry of the journal to the last, every time to the nanosecond.
    @Test
    void seedDeterminesTheRun() {
        Seeds.each(seed -> {
            if (seed % 20 == 0) {
                String first = everything(seed);
                assertFalse(first.contains(", the last "), "the journal is too small for seed " + seed);
                assertEquals(first, everything(seed));
            }
        });
    }

    private static String everything(long seed) {
        return new RandomRun(seed, Simulation.remembering(seed, 1 << 18)).run().replay();
    }
}
