package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The kernel has more to report than the daemon's queue holds (`vrrp.md` 10, number 28): what is lost that way has to
/// be found by looking again, and what is old must not be taken for new.
@Tag("lab")
class OverrunLabTest {
    private static final String SMALL_QUEUE = "global_defs {\n    vrrp_netlink_monitor_rcv_bufs 4096\n}\n";
    private static final String LOOKED_AGAIN = "interfaces and addresses are read again";

    /// Thousands of changes that concern nobody.
    private static void flood(Solo solo) {
        List<String> commands = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            commands.add("address add 10.97." + i / 250 + "." + (1 + i % 250) + "/32 dev lo");
        }
        for (int i = 0; i < 2_000; i++) {
            commands.add("address del 10.97." + i / 250 + "." + (1 + i % 250) + "/32 dev lo");
        }
        solo.host.namespace().ip(commands.toArray(String[]::new));
    }

    private static void whileStopped(Daemon daemon, Runnable changes) {
        Solo.signal(daemon.childPid(), "STOP");
        changes.run();
        Solo.signal(daemon.childPid(), "CONT");
    }

    @Test
    void anAddressThatWasDeletedUnseenIsPutBack() {
        try (Solo solo = Solo.open()) {
            Daemon daemon = serve(solo);
            whileStopped(daemon, () -> {
                flood(solo);
                solo.host.namespace().ip("address del " + Solo.SECOND_VIP + "/32 dev " + Solo.SECOND_DEVICE);
            });
            solo.host.expectHolds(Solo.SECOND_VIP, true, Cell.PATIENCE);
            daemon.expectLine(LOOKED_AGAIN, Cell.PATIENCE);
            assertThat(daemon.log().all()).noneMatch(line -> line.says("FAULT"));
        }
    }

    /// The report that the link went down waits in the queue; that it came up again is lost.
    @Test
    void aLinkThatCameUpUnseenIsNotTakenToBeDown() {
        try (Solo solo = Solo.open()) {
            Daemon daemon = serve(solo);
            whileStopped(daemon, () -> {
                solo.host.namespace().ip("link set " + Solo.SECOND_DEVICE + " down");
                flood(solo);
                solo.host.namespace().ip("link set " + Solo.SECOND_DEVICE + " up");
            });
            daemon.expectLine(LOOKED_AGAIN, Cell.PATIENCE);
            solo.host.expectHolds(Solo.SECOND_VIP, true, Cell.PATIENCE);
            solo.expectFirstServes(java.time.Instant.now());
            assertThat(daemon.log().all()).noneMatch(line -> line.says("FAULT"));
        }
    }

    @Test
    void anInterfaceThatWentUnseenIsAFaultAndItsReturnIsSeen() {
        try (Solo solo = Solo.open()) {
            Daemon daemon = serve(solo);
            whileStopped(daemon, () -> {
                flood(solo);
                solo.deleteSecondDevice();
            });
            daemon.expectLine(LOOKED_AGAIN, Cell.PATIENCE);
            daemon.expectLine("(" + Solo.SECOND.name() + ") Entering FAULT STATE", Cell.PATIENCE);
            solo.expectFirstServes(java.time.Instant.now());
            solo.addSecondDevice();
            solo.host.expectHolds(Solo.SECOND_VIP, true, Cell.PATIENCE);
        }
    }

    private static Daemon serve(Solo solo) {
        Daemon daemon = solo.start(SMALL_QUEUE + Solo.both());
        solo.host.expectHolds(Cell.VIP, true, Cell.PATIENCE);
        solo.host.expectHolds(Solo.SECOND_VIP, true, Cell.PATIENCE);
        return daemon;
    }
}
