package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.lab.wire.Packet.Arp;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Interfaces that go, come, and change while the daemon runs (`vrrp.md` 6.2, 6.7). Where keepalived does the same, it
/// shows that the scenario is right.
@Tag("lab")
class InterfaceLabTest {
    private static final String DYNAMIC = "global_defs {\n    dynamic_interfaces\n}\n";
    private static final String FAULT = "(" + Solo.SECOND.name() + ") Entering FAULT STATE";
    private static final String THIRD_VIP = "10.98.0.102";

    /// One on each interface, and a third one on an interface that does not exist.
    private static String three() {
        return DYNAMIC + Solo.both() + Solo.FIRST.vrid(53).vip(THIRD_VIP).text()
                .replace("interface " + Host.DEVICE, "interface eth2");
    }

    private static void second(Solo solo, String... commands) {
        solo.host.namespace().ip(Stream.of(commands).map(command -> command.replace("DEV", Solo.SECOND_DEVICE))
                .toArray(String[]::new));
    }

    @ParameterizedTest
    @EnumSource
    void anInterfaceThatIsMissingAtTheStartIsServedOnceItIsThere(Software software) {
        try (Solo solo = Solo.open(software)) {
            solo.deleteSecondDevice();
            solo.start(DYNAMIC + Solo.both());
            solo.host.expectHolds(Cell.VIP, true, Cell.PATIENCE);
            solo.addSecondDevice();
            solo.host.expectHolds(Solo.SECOND_VIP, true, Cell.PATIENCE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anInterfaceThatIsDeletedAndMadeAgainIsServedAgain(Software software) {
        try (Solo solo = Solo.open(software)) {
            solo.start(DYNAMIC + Solo.both());
            solo.host.expectHolds(Solo.SECOND_VIP, true, Cell.PATIENCE);
            for (int i = 0; i < 2; i++) {
                solo.deleteSecondDevice();
                solo.host.expectHolds(Solo.SECOND_VIP, false, Cell.PATIENCE);
                solo.addSecondDevice();
                solo.host.expectHolds(Solo.SECOND_VIP, true, Cell.PATIENCE);
            }
            solo.expectFirstServes(Instant.now());
        }
    }

    @Test
    void aRenamedInterfaceIsGoneUntilItHasItsNameAgain() {
        try (Solo solo = Solo.open()) {
            Daemon daemon = solo.serveBoth();
            second(solo, "link set DEV down", "link set DEV name other", "link set other up");
            daemon.expectLine(FAULT, Cell.PATIENCE);
            solo.host.expectHolds(Solo.SECOND_VIP, false, Cell.PATIENCE);
            solo.expectFirstServes(Instant.now());

            second(solo, "link set other down", "link set other name DEV", "link set DEV up");
            solo.host.expectHolds(Solo.SECOND_VIP, true, Cell.PATIENCE);
        }
    }

    @Test
    void anInterfaceWithTheNameOfAnotherInstanceServesThatOne() {
        try (Solo solo = Solo.open()) {
            Daemon daemon = solo.start(three());
            solo.host.expectHolds(Solo.SECOND_VIP, true, Cell.PATIENCE);
            assertThat(solo.host.holds(THIRD_VIP)).isFalse();
            second(solo, "link set DEV down", "link set DEV name eth2", "link set eth2 up");

            solo.host.expectHolds(THIRD_VIP, true, Cell.PATIENCE);
            solo.host.expectHolds(Solo.SECOND_VIP, false, Cell.PATIENCE);
            daemon.expectLine(FAULT, Cell.PATIENCE);
            solo.expectFirstServes(Instant.now());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLinkThatGoesDownEndsMastershipUntilItIsUpAgain(Software software) {
        try (Solo solo = Solo.open(software)) {
            Daemon daemon = solo.serveBoth();
            second(solo, "link set DEV-peer down"); // the carrier
            solo.host.expectHolds(Solo.SECOND_VIP, false, Cell.PATIENCE);
            daemon.expectLine(FAULT, Cell.PATIENCE);
            second(solo, "link set DEV-peer up");
            solo.host.expectHolds(Solo.SECOND_VIP, true, Cell.PATIENCE);
            second(solo, "link set DEV down"); // by the operator
            solo.host.expectHolds(Solo.SECOND_VIP, false, Cell.PATIENCE);
            second(solo, "link set DEV up");
            solo.host.expectHolds(Solo.SECOND_VIP, true, Cell.PATIENCE);
            solo.expectFirstServes(Instant.now());
        }
    }

    @ParameterizedTest
    @EnumSource
    void withDontTrackPrimaryALinkThatIsDownChangesNothing(Software software) {
        Instance untracked = Solo.FIRST.with("dont_track_primary");
        try (Solo solo = Solo.open(software)) {
            Daemon daemon = solo.start(untracked.text());
            solo.host.expectHolds(Cell.VIP, true, Cell.PATIENCE);
            solo.host.pullCable();
            // The kernel tells everybody at the same time, and the second interface's own instance would be in fault.
            second(solo, "address add 10.98.0.200/32 dev DEV");
            solo.host.watch().expect("10.98.0.200", true, 0, Cell.PATIENCE);
            assertThat(solo.host.holds(Cell.VIP)).isTrue();
            solo.host.plugCable();
            solo.expectFirstServes(Instant.now());
            assertThat(daemon.log().all()).noneMatch(line -> line.says("FAULT"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherMtuIsNoReasonToLeave(Software software) {
        try (Solo solo = Solo.open(software)) {
            Daemon daemon = solo.serveFirst();
            int before = daemon.log().position();
            solo.host.namespace().ip("link set " + Host.DEVICE + " mtu 1400");
            solo.expectFirstServes(Instant.now());
            assertThat(daemon.log().from(before)).noneMatch(line -> line.says("Entering"));
        }
    }

    /// keepalived goes on without telling anybody; neighbours keep the old address for minutes.
    @Test
    void anotherHardwareAddressIsAnnounced() {
        try (Solo solo = Solo.open()) {
            Daemon daemon = solo.serveFirst();
            solo.wire.expectGratuitousArp(Cell.VIP, 0, Cell.PATIENCE);
            int before = solo.wire.packets().position();
            solo.host.namespace().ip("link set " + Host.DEVICE + " address 02:00:00:00:77:77");

            solo.wire.packets().expect("a gratuitous ARP from the new address", before,
                    packet -> packet instanceof Arp arp && arp.isGratuitous() && arp.sender().equals(Cell.VIP)
                            && arp.senderMac().equals("02:00:00:00:77:77"), Cell.PATIENCE);
            solo.expectFirstServes(Instant.now());
            assertThat(daemon.log().all()).noneMatch(line -> line.says("FAULT"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutAnAddressToSendFromThereIsNoMaster(Software software) {
        try (Solo solo = Solo.open(software)) {
            Daemon daemon = solo.serveBoth();
            second(solo, "address del 10.98.0.1/24 dev DEV");
            solo.host.expectHolds(Solo.SECOND_VIP, false, Cell.PATIENCE);
            daemon.expectLine(FAULT, Cell.PATIENCE);
            second(solo, "address add 10.98.0.1/24 dev DEV");
            solo.host.expectHolds(Solo.SECOND_VIP, true, Cell.PATIENCE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherAddressReplacesTheOneToSendFrom(Software software) {
        try (Solo solo = Solo.open(software)) {
            solo.host.namespace().ip("address add 10.99.0.9/16 dev " + Host.DEVICE);
            Daemon daemon = solo.serveFirst();
            int before = solo.wire.packets().position();
            solo.host.namespace().ip("address del 10.99.0.1/24 dev " + Host.DEVICE);
            solo.wire.packets().expect("an advertisement from 10.99.0.9", before,
                    packet -> packet instanceof io.holdfast.lab.wire.Packet.Advert advert
                            && advert.source().equals("10.99.0.9") && advert.priority() == 255, Cell.PATIENCE);
            assertThat(solo.host.holds(Cell.VIP)).isTrue();
            assertThat(daemon.log().all()).noneMatch(line -> line.says("FAULT"));
        }
    }

    /// Other addresses go with the one whose interface goes, unless it is written that it does not matter.
    @Test
    void theInterfaceOfOneAddressIsTrackedToo() {
        Instance onBoth = Solo.FIRST.vip(Cell.VIP, Solo.SECOND_VIP + " dev " + Solo.SECOND_DEVICE);
        try (Solo solo = Solo.open()) {
            Daemon daemon = solo.start(onBoth.text());
            solo.host.expectHolds(Cell.VIP, true, Cell.PATIENCE);
            solo.host.expectHolds(Solo.SECOND_VIP, true, Cell.PATIENCE);
            solo.deleteSecondDevice();
            solo.host.expectHolds(Cell.VIP, false, Cell.PATIENCE);
            daemon.expectLine("(" + onBoth.name() + ") Entering FAULT STATE", Cell.PATIENCE);
            solo.addSecondDevice();
            solo.host.expectHolds(Cell.VIP, true, Cell.PATIENCE);
            solo.host.expectHolds(Solo.SECOND_VIP, true, Cell.PATIENCE);
        }
    }

    @Test
    void theInterfaceOfAnUntrackedAddressDoesNotMatter() {
        Instance onBoth = Solo.FIRST.vip(Cell.VIP, Solo.SECOND_VIP + " dev " + Solo.SECOND_DEVICE + " no_track");
        try (Solo solo = Solo.open()) {
            Daemon daemon = solo.start(onBoth.text());
            solo.host.expectHolds(Solo.SECOND_VIP, true, Cell.PATIENCE);
            solo.deleteSecondDevice();
            solo.host.expectHolds(Solo.SECOND_VIP, false, Cell.PATIENCE);
            solo.expectFirstServes(Instant.now());
            assertThat(daemon.log().all()).noneMatch(line -> line.says("FAULT"));
        }
    }
}
