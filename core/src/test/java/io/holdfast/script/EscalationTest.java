package io.holdfast.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.MonoTime;
import io.holdfast.script.Escalation.Stage;
import io.holdfast.script.Escalation.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EscalationTest {
    private static final MonoTime START = MonoTime.ofMicros(1_000_000);

    @Test
    void whatHasNoLimitIsLeftAlone() {
        Escalation escalation = Escalation.started(START, Optional.empty());
        assertThat(escalation.due()).isEmpty();
        assertThat(escalation.step(new MonoTime(Long.MAX_VALUE))).isEqualTo(Step.WAIT);
        assertThat(escalation.hasIntervened()).isFalse();
    }

    @Test
    void isAskedAtItsLimitKilledAfterTwoSecondsAndAgainEveryTen() {
        assertThat(steps(Escalation.started(START, Optional.of(Duration.ofSeconds(5))), 40)).containsExactly(
                "5 ASK", "7 KILL", "9 KILL_AGAIN", "19 KILL_AGAIN", "29 KILL_AGAIN", "39 KILL_AGAIN");
    }

    @Test
    void isNotAskedASecondTimeToEnd() {
        Escalation asked = Escalation.started(START, Optional.of(Duration.ofSeconds(5)))
                .ending(at(1), Duration.ofSeconds(1));
        assertThat(asked.stage()).isEqualTo(Stage.ASKED);
        assertThat(steps(asked, 20)).containsExactly("2 KILL", "4 KILL_AGAIN", "14 KILL_AGAIN");
    }

    @Test
    void hasNoMoreTimeForBeingAskedAgain() {
        Escalation asked = Escalation.started(START, Optional.empty()).ending(at(1), Duration.ofSeconds(1));
        assertThat(asked.ending(at(1), Duration.ofSeconds(5))).isEqualTo(asked);
        Escalation killed = asked.after(Step.KILL, at(2));
        assertThat(killed.ending(at(2), Duration.ofSeconds(5))).isEqualTo(killed);
    }

    @Test
    void whatIsForbiddenIsTriedAgainMuchLater() {
        Escalation asked = Escalation.started(START, Optional.of(Duration.ofSeconds(5)));
        assertThat(asked.forbidden(at(5)).due()).contains(at(1005));
        assertThat(asked.forbidden(at(5)).step(at(1005))).isEqualTo(Step.ASK);
    }

    /// Whenever somebody looks, however late: first asked, then killed, never sooner than two seconds after the step
    /// before, and never given up.
    @Property
    void everyStepHasItsTime(@ForAll @IntRange(max = 10_000) int limitMillis,
            @ForAll List<@IntRange(max = 5_000) Integer> pauses) {
        Escalation escalation = Escalation.started(START, Optional.of(Duration.ofMillis(limitMillis)));
        List<Step> seen = new ArrayList<>();
        MonoTime now = START;
        MonoTime last = START;
        for (int pause : pauses) {
            now = now.plus(Duration.ofMillis(pause));
            Step step = escalation.step(now);
            escalation = escalation.after(step, now);
            assertThat(escalation.due()).isPresent();
            if (step != Step.WAIT) {
                Duration least = seen.isEmpty() ? Duration.ofMillis(limitMillis) : Duration.ofSeconds(2);
                assertThat(now.since(last)).isGreaterThanOrEqualTo(least);
                last = now;
                seen.add(step);
            }
            assertThat(escalation.hasIntervened()).isEqualTo(!seen.isEmpty());
        }
        for (int i = 0; i < seen.size(); i++) {
            assertThat(seen.get(i)).isEqualTo(i == 0 ? Step.ASK : i == 1 ? Step.KILL : Step.KILL_AGAIN);
        }
    }

    /// Seconds and steps, until a time.
    private static List<String> steps(Escalation first, int untilSeconds) {
        List<String> steps = new ArrayList<>();
        Escalation escalation = first;
        for (MonoTime due = escalation.due().orElseThrow(); !due.isAfter(at(untilSeconds));
                due = escalation.due().orElseThrow()) {
            Step step = escalation.step(due);
            assertThat(escalation.step(new MonoTime(due.nanos() - 1))).isEqualTo(Step.WAIT);
            steps.add(due.since(START).toSeconds() + " " + step);
            escalation = escalation.after(step, due);
        }
        return steps;
    }

    private static MonoTime at(int seconds) {
        return START.plus(Duration.ofSeconds(seconds));
    }
}
