package io.holdfast.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RespawnDelayTest {
    private static final Duration SHORT = Duration.ofMillis(59_999);

    @Test
    void quickDeathsCostMoreEachTimeUpToAMinute() {
        List<Long> waits = new ArrayList<>();
        RespawnDelay delay = RespawnDelay.NONE;
        for (int death = 0; death < 9; death++) {
            waits.add(delay.after(SHORT).toSeconds());
            delay = delay.advance(SHORT);
        }
        assertThat(waits).containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    @Test
    void aMinuteOfLifeStartsOver() {
        RespawnDelay worn = new RespawnDelay(16);
        assertThat(worn.after(Duration.ofSeconds(60))).isZero();
        assertThat(worn.advance(Duration.ofSeconds(60))).isEqualTo(RespawnDelay.NONE);
    }

    @Test
    void onlySomeEndsArePermanent() {
        assertThat(List.of(1, 2, 4)).allMatch(ExitCode::isPermanent);
        assertThat(List.of(0, 5, 6, 70, 204)).noneMatch(ExitCode::isPermanent);
    }
}
