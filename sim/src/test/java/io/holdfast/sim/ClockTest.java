package io.holdfast.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ClockTest {
    private static final long DAY = 86_400_000_000_000L;

    @Test
    void gainsWhatItIsToldTo() {
        var fast = new Clock(1000, 7, 200);
        assertEquals(7, fast.local(1000));
        assertEquals(7 + 1_000_200_000L, fast.local(1000 + 1_000_000_000L));
        assertEquals(7 + 999_800_000L, new Clock(1000, 7, -200).local(1000 + 1_000_000_000L));
    }

    /// A timer set to a local time fires when that has come, and not before.
    @Test
    void isTheFirstMomentAtWhichItShowsATime() {
        var chance = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            var clock = new Clock(chance.nextLong(DAY), chance.nextLong(DAY), chance.nextInt(401) - 200);
            long local = clock.local(2 * DAY) + chance.nextLong(DAY);
            long world = clock.world(local);
            assertTrue(clock.local(world) >= local);
            assertTrue(clock.local(world - 1) < local);
        }
    }

    @Test
    void theSlowestTakesNoLongerThanTheBound() {
        var slow = new Clock(0, 0, -Clock.MAX_DRIFT_PPM);
        for (long nanos : new long[] {1, 999, 50_000_000, 3_000_000_000L, DAY}) {
            assertTrue(slow.world(nanos) <= Clock.atMost(nanos));
        }
        assertEquals(0, Clock.atMost(0));
    }
}
