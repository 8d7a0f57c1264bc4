package io.holdfast.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.MonoTime;
import org.junit.jupiter.api.Test;

class ChatterTest {
    private final Chatter chatter = new Chatter();

    private static MonoTime at(long seconds) {
        return MonoTime.ofMicros(seconds * 1_000_000);
    }

    @Test
    void manyAtOnceAreKeptAndThenFew() {
        int kept = 0;
        for (int second = 0; second < 10_000; second++) {
            kept += chatter.leftOutBefore(at(second)) >= 0 ? 1 : 0;
        }
        assertThat(kept).isBetween(200 + 999, 200 + 1001);
    }

    @Test
    void whatWasLeftOutIsCountedOnce() {
        for (int i = 0; i < 250; i++) {
            assertThat(chatter.leftOutBefore(at(1))).isEqualTo(i < 200 ? 0 : -1);
        }
        assertThat(chatter.leftOutBefore(at(11))).isEqualTo(50);
        assertThat(chatter.leftOutBefore(at(21))).isZero();
    }
}
