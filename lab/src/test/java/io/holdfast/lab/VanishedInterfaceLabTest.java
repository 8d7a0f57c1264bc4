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

    @Test
    void aReloadIsRefusedWhileAnInterfaceIsMissingAndTheOtherInstanceServesOn() {
        try (Solo solo = Solo.open()) {
            Daemon daemon = solo.serveBoth();
            long child = daemon.childPid();
            solo.deleteSecondDevice();
            daemon.expectLine("(" + Solo.SECOND.name() + ") Entering FAULT STATE", Cell.PATIENCE);
            int reload = daemon.log().position();
            daemon.reload(Solo.both());
            LogLine refused = Solo.expectLine(daemon, reload, "the new configuration is refused");
            solo.expectFirstServes(refused.at());

            solo.addSecondDevice();
            solo.host.expectHolds(Solo.SECOND_VIP, true, Cell.PATIENCE);
            daemon.reload(Solo.both());
            Solo.expectLine(daemon, reload, "Reload complete");
            assertThat(daemon.childPid()).isEqualTo(child);
        }
    }

    /// What the parent saw when it read the configuration is gone when its child reads it.
    @Test
    void anInterfaceThatGoesBetweenParentAndChildRefusesTheReload() {
        try (Solo solo = Solo.open()) {
            Daemon daemon = solo.serveFirst();
            int reload = daemon.log().position();
            long child = daemon.childPid();
            Solo.signal(child, "STOP");
            daemon.reload(Solo.both());
            Solo.expectLine(daemon, reload, "Reloading ...");
            // The parent takes signals in turn: when it answers this one, it has read the files.
            Solo.signal(Solo.parent(daemon).pid(), "HUP");
            Solo.expectLine(daemon, reload, "the reload follows it");
            solo.deleteSecondDevice();
            Solo.signal(child, "CONT");

            LogLine refused = Solo.expectLine(daemon, reload, "the new configuration is refused, the running one");
            assertThat(refused.text()).contains("there is no interface " + Solo.SECOND_DEVICE);
            solo.expectFirstServes(refused.at());
            assertThat(daemon.childPid()).isEqualTo(child);
            assertThat(daemon.log().from(reload)).noneMatch(line -> line.says("Reload complete"));
        }
    }
}
