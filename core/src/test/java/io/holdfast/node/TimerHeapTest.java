package io.holdfast.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.MonoTime;
import io.holdfast.vrrp.VrrpState;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TimerHeapTest {

    private static final class Timer extends TimerHeap.Entry {}

    /// Against the obvious implementation: a scan over all.
    @Property
    void theEarliestIsAlwaysOnTop(@ForAll @Size(max = 200) List<@IntRange(max = 40) Integer> deadlines,
            @ForAll long seed) {
        Random random = new Random(seed);
        TimerHeap heap = new TimerHeap();
        List<Timer> timers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            timers.add(new Timer());
        }
        for (int deadline : deadlines) {
            Timer timer = timers.get(random.nextInt(timers.size()));
            heap.arm(timer, deadline == 0 ? VrrpState.NEVER : MonoTime.ofMicros(deadline));

            MonoTime earliest = VrrpState.NEVER;
            for (Timer each : timers) {
                earliest = MonoTime.earlier(earliest, each.deadline());
            }
            assertThat(heap.earliest()).isEqualTo(earliest);
            assertThat(earliest.equals(VrrpState.NEVER) || heap.top().deadline().equals(earliest)).isTrue();
        }
    }
}
