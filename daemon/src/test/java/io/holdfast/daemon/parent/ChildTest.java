package io.holdfast.daemon.parent;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.MonoTime;
import io.holdfast.linux.sys.ExitStatus;
import io.holdfast.supervise.ExitCode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// When a child comes back, and what the log says about its end.
class ChildTest {
    private final FakeFamily family = new FakeFamily();

    @BeforeEach
    void startChild() {
        family.children.add(ChildKind.VRRP);
    }

    @AfterEach
    void close() {
        family.close();
    }

    /// `daemon.md` 1.3
    @Test
    void itComesBackAtOnceThenLaterAndLater() {
        for (int seconds : new int[] {0, 1, 2, 4, 8, 16, 32, 60, 60}) {
            assertThat(delayAfter(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(seconds));
        }
    }

    @Test
    void aLongLifeIsForgivenEverything() {
        assertThat(delayAfter(Duration.ZERO)).isZero();
        assertThat(delayAfter(Duration.ZERO)).isEqualTo(Duration.ofSeconds(1));
        assertThat(delayAfter(Duration.ofDays(1))).isZero();
        assertThat(delayAfter(Duration.ZERO)).isZero();
    }

    @Test
    void aProcessThatCannotBeStartedCountsAsOneThatDiedAtOnce() {
        family.children.forget(family.child().process().orElseThrow());
        MonoTime now = new MonoTime(0);
        assertThat(family.child().failedToStart(now)).isEqualTo(now);
        assertThat(family.child().failedToStart(now)).isEqualTo(now.plus(Duration.ofSeconds(1)));
        family.child().stayAway();
        assertThat(family.children.nextRespawn()).isEmpty();
    }

    @Test
    void theLogSaysHowItEnded() {
        assertThat(ChildEnd.describe(ChildKind.VRRP, 12, new ExitStatus.Exited(70)))
                .isEqualTo("VRRP child process(12) exited with status 70");
        assertThat(ChildEnd.describe(ChildKind.VRRP, 12, new ExitStatus.Killed(9, false)))
                .isEqualTo("VRRP child process(12) was ended by signal 9");
        assertThat(ChildEnd.describe(ChildKind.VRRP, 12, new ExitStatus.Killed(24, true)))
                .contains("(core dumped)").contains("vrrp_rlimit_rttime");
        assertThat(ChildEnd.permanent(ChildKind.VRRP, ExitCode.PERMISSION))
                .contains("status 4").contains("a permission is missing").contains("terminating");
    }

    /// Lets it live that long, then die and be started again.
    private Duration delayAfter(Duration lifetime) {
        ChildProcess process = family.child().process().orElseThrow();
        MonoTime now = process.startedAt().plus(lifetime);
        family.children.forget(process);
        MonoTime when = family.child().died(process, now);
        assertThat(family.children.isNoneRunning()).isTrue();
        assertThat(family.children.nextRespawn()).contains(when);
        family.children.start(family.child());
        assertThat(family.children.nextRespawn()).isEmpty();
        return when.since(now);
    }
}
