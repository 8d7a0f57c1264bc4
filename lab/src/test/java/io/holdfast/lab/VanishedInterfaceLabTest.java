package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// An interface of one instance goes at the worst of times; the other instance must not notice.
@Tag("lab")
class VanishedInterfaceLabTest {

    @Test
    void anInterfaceThatCameAndWentWhileTheProcessWasStoppedTakesOnlyItsInstanceAlong() {
        try (Solo solo = Solo.open()) {
            Daemon daemon = solo.serveBoth();
            long child = daemon.childPid();
            int stop = daemon.log().position();
            Solo.signal(child, "STOP");
            solo.deleteSecondDevice();
            solo.addSecondDevice();
            solo.deleteSecondDevice();
            Instant resumed = Instant.now();
            Solo.signal(child, "CONT");

            Solo.expectLine(daemon, stop, "(" + Solo.SECOND.name() + ") Entering FAULT STATE");
            solo.expectFirstServes(resumed);
            assertThat(daemon.childPid()).isEqualTo(child);
            assertThat(daemon.log().from(stop)).noneMatch(line -> line.says("Respawning"));
        }
    }

    @Test
    void anInterfaceThatWasReplacedWhileTheProcessWasStoppedIsServedAgain() {
        try (Solo solo = Solo.open()) {
            Daemon daemon = solo.serveBoth();
            long child = daemon.childPid();
            Solo.signal(child, "STOP");
            solo.deleteSecondDevice();
            solo.addSecondDevice();
            assertThat(solo.host.holds(Solo.SECOND_VIP)).isFalse();
            Instant resumed = Instant.now();
            Solo.signal(child, "CONT");

            solo.host.expectHolds(Solo.SECOND_VIP, true, Cell.PATIENCE);
            solo.expectFirstServes(resumed);
            assertThat(daemon.childPid()).isEqualTo(child);
        }
    }

    @Test
    void aSuccessorServesTheOtherInstanceThoughAnInterfaceIsMissingNow() {
        try (Solo solo = Solo.open()) {
            Daemon daemon = solo.serveBoth();
            long first = daemon.childPid();
            solo.deleteSecondDevice();
            daemon.expectLine("(" + Solo.SECOND.name() + ") Entering FAULT STATE", Cell.PATIENCE);
            Instant killed = Solo.killChild(daemon);
            solo.expectFirstServes(killed);
            assertThat(daemon.childPid()).isNotEqualTo(first);

            solo.addSecondDevice();
            solo.host.expectHolds(Solo.SECOND_VIP, true, Cell.PATIENCE);
        }
    }
}
