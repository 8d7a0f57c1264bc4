package io.holdfast.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RandomClusterSimTest {

    @Test
    void anyClusterSettlesAfterAnyTrouble() {
        Seeds.each(seed -> new RandomRun(seed).run());
    }

    @Test
    void seedDeterminesTheRun() {
        Seeds.each(seed -> {
            if (seed % 20 == 0) {
                assertEquals(new RandomRun(seed).run().replay(), new RandomRun(seed).run().replay());
            }
        });
    }
}
