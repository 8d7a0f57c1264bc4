package io.holdfast.daemon.vrrp;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.MonoTime;
import org.junit.jupiter.api.Test;

class TurnTest {
    private static final long START = 1_000_000;

    private final Turn turn = new Turn(at(0));

    private static MonoTime at(long micros) {
        return MonoTime.ofMicros(START + micros);
    }

    @Test
    void itLastsTwoMillisecondsWhereNoTimerIsDue() {
        turn.begin(at(0));

        assertThat(turn.isOver(at(1_999))).isFalse();
        assertThat(turn.isOver(at(2_000))).isTrue();
    }

    @Test
    void aTimerEndsIt() {
        turn.begin(at(0));
        turn.endBy(at(900));
        turn.endBy(at(1_500));

        assertThat(turn.isOver(at(899))).isFalse();
        assertThat(turn.isOver(at(900))).isTrue();
    }

    @Test
    void whatBeginsToWaitIsPutOffForTimersThatAreDue() {
        turn.begin(at(0));
        turn.putOff(at(100));
        turn.endBy(at(50));
        assertThat(turn.isOver(at(100))).isTrue();

        turn.begin(at(100_099));
        turn.endBy(at(100_000));
        turn.goOn(at(100_099));
        assertThat(turn.isOver(at(100_099))).isTrue();
    }

    @Test
    void whatHasWaitedForLongGetsHalfAMillisecondOfEachTurn() {
        turn.putOff(at(0));
        turn.begin(at(100_000));
        turn.endBy(at(99_000));
        turn.goOn(at(100_200));

        assertThat(turn.isOver(at(100_699))).isFalse();
        assertThat(turn.isOver(at(100_700))).isTrue();
    }

    @Test
    void whatHasWaitedForLongGetsAThirdOfALongTurn() {
        turn.putOff(at(0));
        turn.begin(at(100_000));
        turn.endBy(at(99_000));
        turn.goOn(at(140_000));

        assertThat(turn.isOver(at(159_999))).isFalse();
        assertThat(turn.isOver(at(160_000))).isTrue();
    }
}
