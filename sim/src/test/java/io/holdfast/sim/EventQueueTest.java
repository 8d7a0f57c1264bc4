package io.holdfast.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EventQueueTest {

    /// Sorting is stable, so a stable sort of the same entries tells the order.
    @Test
    void yieldsByTimeAndThenByOrderOfArrival() {
        var chance = new SplittableRandom(1);
        var queue = new EventQueue();
        List<long[]> expected = new ArrayList<>();
        List<Long> happened = new ArrayList<>();
        for (long i = 0; i < 1000; i++) {
            long number = i;
            long time = chance.nextLong(50);
            expected.add(new long[] {time, number});
            queue.add(time, () -> happened.add(number));
        }
        expected.sort((one, other) -> Long.compare(one[0], other[0]));
        while (queue.isDueBy(50)) {
            queue.take().happen();
        }
        assertEquals(expected.stream().map(entry -> entry[1]).toList(), happened);
    }

    @Test
    void isNotDueBeforeItsTime() {
        var queue = new EventQueue();
        queue.add(7, () -> {});
        assertFalse(queue.isDueBy(6));
        assertEquals(7, queue.nextTime());
    }
}
