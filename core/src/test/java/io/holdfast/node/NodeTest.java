package io.holdfast.node;

import static io.holdfast.node.NodeDriver.kinds;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.MonoTime;
import io.holdfast.base.Prefix;
import io.holdfast.vrrp.Cause.Trigger;
import io.holdfast.vrrp.Delivery;
import io.holdfast.vrrp.Specs;
import io.holdfast.vrrp.VirtualAddress;
import io.holdfast.vrrp.VrrpCounter;
import io.holdfast.vrrp.VrrpOptions;
import io.holdfast.vrrp.VrrpSpec;
import io.holdfast.vrrp.VrrpState;
import io.holdfast.vrrp.VrrpStateName;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class NodeTest {
    private static final VrrpSpec SPEC = Specs.vrrp().spec();
    /// 3 * 1 s + (256 - 100) / 256 s.
    private static final Duration MASTER_DOWN = Duration.ofNanos(3_609_375_000L);

    private static NodeDriver master() {
        NodeDriver driver = new NodeDriver(SPEC);
        driver.start();
        driver.fire();
        assertThat(driver.state()).isEqualTo(VrrpStateName.MASTER);
        return driver;
    }

    private static NodeEvent.LinkChanged eth0(boolean up) {
        return new NodeEvent.LinkChanged(NodeDriver.link(2, "eth0", up));
    }

    @Test
    void startsAsBackupAndWaitsTheMasterDownInterval() {
        NodeDriver driver = new NodeDriver(SPEC);

        assertThat(kinds(driver.start())).containsExactly("Prepare", "Notify BACKUP");
        assertThat(driver.untilDeadline()).isEqualTo(MASTER_DOWN);
        assertThat(driver.status().cause().orElseThrow().trigger()).isEqualTo(Trigger.STARTED);
    }

    @Test
    void takesOverWhenTheMasterIsSilent() {
        NodeDriver driver = new NodeDriver(SPEC);
        driver.start();

        assertThat(kinds(driver.fire())).containsExactly("SendAdvert 100", "AddAddresses", "Announce", "Notify MASTER");
        assertThat(driver.status().counters().of(VrrpCounter.BECAME_MASTER)).isEqualTo(1);
        assertThat(driver.status().cause().orElseThrow().trigger()).isEqualTo(Trigger.MASTER_DOWN);
    }

    @Test
    void anOwnerIsMasterAtOnceAndKeepsLeftoverAddresses() {
        NodeDriver driver = new NodeDriver(Specs.vrrp().owner().spec());

        assertThat(kinds(driver.start("192.0.2.100")))
                .containsExactly("Prepare", "SendAdvert 255", "AddAddresses", "Announce", "Notify MASTER");
    }

    @Test
    void removesTheAddressesACrashLeftAndOnlyThose() {
        NodeDriver driver = new NodeDriver(SPEC);

        List<Action> actions = driver.start("192.0.2.101");

        assertThat(kinds(actions)).containsExactly("Prepare", "ChangeAddresses", "Notify BACKUP");
        assertThat(((Action.ChangeAddresses) actions.get(1)).remove()).containsExactly(driver.placed(1));
    }

    @Test
    void aLeftoverAddressIsNeverTheSource() {
        NodeDriver driver = new NodeDriver(SPEC);
        driver.on(new NodeEvent.Resynced(List.of(NodeDriver.ETH0), List.of(
                new NodeEvent.AddressAdded(2, Prefix.literal("192.0.2.100/32")))));

        assertThat(kinds(driver.on(new NodeEvent.Started(Memory.NONE))))
                .containsExactly("ChangeAddresses", "Notify FAULT");
        assertThat(kinds(driver.on(new NodeEvent.AddressAdded(2, NodeDriver.OWN))))
                .containsExactly("Prepare", "Notify BACKUP");
        assertThat(driver.status().plan().orElseThrow().source()).hasToString("192.0.2.1");
    }

    @Test
    void anOwnerCannotSendFromAVirtualAddressUnlessItIsTold() {
        NodeDriver driver = new NodeDriver(Specs.vrrp().owner().addresses("192.0.2.1/24").spec());
        driver.on(new NodeEvent.Resynced(List.of(NodeDriver.ETH0), List.of(new NodeEvent.AddressAdded(2,
                NodeDriver.OWN))));
        driver.on(new NodeEvent.Started());
        assertThat(driver.status().faults()).containsExactly("interface eth0 has no address to send from but virtual "
                + "ones; mcast_src_ip may name one of them");

        NodeDriver told = new NodeDriver(Specs.vrrp().owner().addresses("192.0.2.1/24").source("192.0.2.1").spec());
        told.start();
        assertThat(told.state()).isEqualTo(VrrpStateName.MASTER);
    }

    @Test
    void theStartupDelayComesBeforeEverything() {
        NodeDriver driver = new NodeDriver(new NodeSpec(List.of(SPEC), Duration.ofSeconds(3), false));
        driver.start();

        assertThat(driver.untilDeadline()).isEqualTo(MASTER_DOWN.plusSeconds(3));
        driver.on(driver.advert(SPEC, "192.0.2.2", 200));
        assertThat(driver.untilDeadline()).isEqualTo(MASTER_DOWN.plusSeconds(3));
    }

    @Test
    void withDontTrackPrimaryOnlyAMissingInterfaceIsAFault() { // vrrp.md 6.2
        NodeDriver driver = new NodeDriver(Specs.vrrp()
                .options(new VrrpOptions(false, false, false, false, true, false)).spec());
        driver.start();
        driver.fire();
        assertThat(driver.on(new NodeEvent.LinkChanged(NodeDriver.link(2, "eth0", false)))).isEmpty();
        driver.on(new NodeEvent.LinkRemoved(2));
        assertThat(driver.state()).isEqualTo(VrrpStateName.FAULT);
    }

    @Test
    void anOwnerWaitsForTheEndOfTheStartupDelay() {
        NodeDriver driver = new NodeDriver(new NodeSpec(List.of(Specs.vrrp().owner().spec()),
                Duration.ofSeconds(3), false));

        assertThat(kinds(driver.start())).containsExactly("Prepare");
        assertThat(driver.untilDeadline()).isEqualTo(Duration.ofSeconds(3));
        assertThat(kinds(driver.fire())).contains("SendAdvert 255", "Notify MASTER");
    }

    @Test
    void advertisementsKeepTheirRhythmHoweverLateTheLoopIs() {
        NodeDriver driver = master();
        MonoTime due = driver.node.nextDeadline().orElseThrow();

        driver.now = due.plusMicros(300_000);
        assertThat(kinds(driver.on(new NodeEvent.TimerFired()))).containsExactly("SendAdvert 100");
        assertThat(driver.node.nextDeadline()).contains(due.plusMicros(1_000_000));
    }

    @Test
    void theAdvertisementActionIsTheSameObjectEachTime() {
        NodeDriver driver = master();

        assertThat(driver.fire().getFirst()).isSameAs(driver.fire().getFirst());
    }

    @Test
    void aRepeatedAdvertisementReArmsTheTimer() {
        NodeDriver driver = new NodeDriver(SPEC);
        driver.start();
        for (int i = 0; i < 3; i++) {
            driver.wait(Duration.ofSeconds(1));
            assertThat(driver.on(driver.advert(SPEC, "192.0.2.2", 200))).isEmpty();
            assertThat(driver.untilDeadline()).isEqualTo(MASTER_DOWN);
        }
        assertThat(driver.status().counters().of(VrrpCounter.ADVERTS_RECEIVED)).isEqualTo(3);
    }

    @Test
    void aPacketThatDiffersFromTheLastIsCheckedAgain() {
        NodeDriver driver = new NodeDriver(SPEC);
        driver.start();
        driver.on(driver.advert(SPEC, "192.0.2.2", 200));
        NodeEvent.PacketReceived forged = (NodeEvent.PacketReceived) driver.advert(SPEC, "192.0.2.2", 200);
        forged.packet().put(22, (byte) 0);

        driver.wait(Duration.ofSeconds(1)).on(forged);

        assertThat(driver.status().counters().of(VrrpCounter.CHECKSUM_ERRORS)).isEqualTo(1);
        assertThat(driver.untilDeadline()).isEqualTo(MASTER_DOWN.minusSeconds(1));
    }

    @Test
    void packetsForOthersAreNobodysBusiness() {
        NodeDriver driver = new NodeDriver(new NodeSpec(List.of(SPEC), Duration.ZERO, true));
        driver.start();
        VrrpSpec other = Specs.vrrp().vrid(52).spec();

        assertThat(driver.logOf(driver.advert(other, "192.0.2.2", 200))).hasSize(1);
        assertThat(driver.logOf(driver.advert(other, "192.0.2.2", 200))).isEmpty();
        assertThat(driver.status().counters().of(VrrpCounter.ADVERTS_RECEIVED)).isZero();
    }

    @Test
    void eachRefusalIsLoggedOnce() {
        NodeDriver driver = new NodeDriver(SPEC);
        driver.start();
        VrrpSpec v3 = Specs.v3().spec();

        assertThat(driver.logOf(driver.advert(v3, "192.0.2.2", 200))).hasSize(1);
        assertThat(driver.logOf(driver.advert(v3, "192.0.2.2", 200))).isEmpty();
        assertThat(driver.status().counters().of(VrrpCounter.VERSION_ERRORS)).isEqualTo(2);
    }

    @Test
    void rubbishIsIgnored() {
        NodeDriver driver = new NodeDriver(SPEC);
        driver.start();
        NodeEvent rubbish = new NodeEvent.PacketReceived(2, NodeDriver.OWN.address(),
                Delivery.GROUP_V4.group(), 255, ByteBuffer.allocate(10));

        assertThat(driver.logOf(rubbish)).hasSize(1);
        assertThat(driver.logOf(rubbish)).isEmpty();
        assertThat(driver.untilDeadline()).isEqualTo(MASTER_DOWN);
    }

    @Test
    void yieldsToAHigherPriority() {
        NodeDriver driver = master();

        assertThat(kinds(driver.on(driver.advert(SPEC, "192.0.2.2", 150))))
                .containsExactly("RemoveAddresses", "Notify BACKUP");
        assertThat(driver.status().counters().of(VrrpCounter.RELEASED_MASTER)).isEqualTo(1);
        assertThat(driver.status().cause().orElseThrow().trigger()).isEqualTo(Trigger.HIGHER_PRIORITY);
    }

    @Test
    void aFailedLinkEndsMastershipAndItsReturnDoesNotBringItBackAtOnce() {
        NodeDriver driver = master();

        assertThat(kinds(driver.on(eth0(false)))).containsExactly("SendAdvert 0", "RemoveAddresses", "Notify FAULT");
        assertThat(driver.node.nextDeadline()).isEmpty();
        assertThat(driver.status().faults()).containsExactly("interface eth0 is down");
        assertThat(kinds(driver.on(eth0(true)))).containsExactly("Notify BACKUP");
        assertThat(driver.untilDeadline()).isEqualTo(MASTER_DOWN);
    }

    @Test
    void faultsAreCountedOneByOne() {
        VirtualAddress elsewhere = VirtualAddress.plain(Prefix.literal("198.51.100.1/24"), "eth1");
        NodeDriver driver = new NodeDriver(Specs.vrrp().addresses(List.of(elsewhere)).spec());
        driver.start();
        driver.on(eth0(false));
        driver.on(new NodeEvent.LinkChanged(NodeDriver.link(3, "eth1", false)));

        assertThat(driver.on(eth0(true))).isEmpty();
        assertThat(driver.state()).isEqualTo(VrrpStateName.FAULT);
        assertThat(kinds(driver.on(new NodeEvent.LinkChanged(NodeDriver.ETH1)))).containsExactly("Notify BACKUP");
    }

    @Test
    void aRecoveryNeverChangesAStateThatIsNotFault() {
        NodeDriver driver = master();

        assertThat(driver.on(eth0(true))).isEmpty();
        assertThat(driver.state()).isEqualTo(VrrpStateName.MASTER);
    }

    @Test
    void aLinkThatComesBackUnderAnotherNumberIsPreparedAgain() {
        NodeDriver driver = master();

        assertThat(kinds(driver.on(new NodeEvent.LinkRemoved(2))))
                .containsExactly("SendAdvert 0", "RemoveAddresses", "Notify FAULT", "Release");
        assertThat(driver.on(new NodeEvent.LinkChanged(NodeDriver.link(7, "eth0", true)))).isEmpty();
        assertThat(kinds(driver.on(new NodeEvent.AddressAdded(7, NodeDriver.OWN))))
                .containsExactly("Prepare", "Notify BACKUP");
        assertThat(driver.status().plan().orElseThrow().linkIndex()).isEqualTo(7);
    }

    @Test
    void anotherAddressOfTheInterfaceReplacesALostSource() {
        NodeDriver driver = master();
        assertThat(driver.on(new NodeEvent.AddressAdded(2, Prefix.literal("192.0.2.9/24")))).isEmpty();

        assertThat(kinds(driver.on(new NodeEvent.AddressRemoved(2, NodeDriver.OWN)))).containsExactly("Prepare");
        assertThat(driver.status().plan().orElseThrow().source()).hasToString("192.0.2.9");
        assertThat(kinds(driver.on(new NodeEvent.AddressRemoved(2, Prefix.literal("192.0.2.9/24")))))
                .containsExactly("SendAdvert 0", "RemoveAddresses", "Notify FAULT");
        assertThat(kinds(driver.on(new NodeEvent.AddressAdded(2, NodeDriver.OWN))))
                .containsExactly("Prepare", "Notify BACKUP");
    }

    @Test
    void allWhoTakeOverAdvertiseBeforeAnyTouchesAddresses() {
        NodeDriver driver = new NodeDriver(SPEC, Specs.vrrp().name("VI_2").vrid(52).addresses("192.0.2.102").spec());
        driver.start();

        assertThat(kinds(driver.fire())).containsExactly("SendAdvert 100", "SendAdvert 100",
                "AddAddresses", "Announce", "Notify MASTER", "AddAddresses", "Announce", "Notify MASTER");
    }

    @Test
    void stopResignsForAllBeforeItNotifiesAny() {
        NodeDriver driver = new NodeDriver(SPEC, Specs.vrrp().name("VI_2").vrid(52).addresses("192.0.2.102").spec());
        driver.start();
        driver.fire();
        driver.fire();

        assertThat(kinds(driver.on(new NodeEvent.StopRequested(true)))).containsExactly("SendAdvert 0",
                "RemoveAddresses", "SendAdvert 0", "RemoveAddresses", "Notify STOP", "Notify STOP");
        assertThat(driver.node.nextDeadline()).isEmpty();
        assertThat(driver.on(driver.advert(SPEC, "192.0.2.2", 1))).isEmpty();
    }

    @Test
    void stopWithoutReleaseLeavesEverythingInPlace() {
        NodeDriver driver = master();

        assertThat(kinds(driver.on(new NodeEvent.StopRequested(false)))).containsExactly("Notify STOP");
    }

    @Test
    void aLoopThatSleptDoesNotTrustItsSilence() {
        NodeDriver driver = new NodeDriver(SPEC);
        driver.start();
        driver.wait(Duration.ofSeconds(10));

        driver.on(new NodeEvent.LoopLate(Duration.ofSeconds(7)));

        assertThat(driver.on(new NodeEvent.TimerFired())).isEmpty();
        // One interval in which a living master is heard, and the skew.
        assertThat(driver.untilDeadline()).isEqualTo(MASTER_DOWN.minusSeconds(2));
        assertThat(kinds(driver.fire())).contains("Notify MASTER");
    }

    /// `vrrp.md` 3.8: 2 * 1 s + 2/256 s late, the last advertisement older than 3 * 1 s + 2/256 s.
    @Test
    void aMasterThatOversleptGivesWayIfItIsConfiguredSo() {
        VrrpOptions giving = new VrrpOptions(false, false, false, false, false, false, OptionalInt.of(254));
        NodeDriver driver = new NodeDriver(Specs.vrrp().nopreempt().options(giving).spec());
        driver.start();
        driver.fire();
        driver.now = driver.node.nextDeadline().orElseThrow().plusMicros(2_007_000);
        assertThat(driver.on(new NodeEvent.LoopLate(Duration.ofMillis(2_007)))).isEmpty();
        driver.now = driver.now.plusMicros(2_000);

        assertThat(kinds(driver.on(new NodeEvent.LoopLate(Duration.ofMillis(2_009)))))
                .containsExactly("RemoveAddresses", "Notify BACKUP");
        assertThat(driver.untilDeadline()).isEqualTo(MASTER_DOWN);
        assertThat(driver.status().cause().orElseThrow().trigger()).isEqualTo(Trigger.OVERSLEPT);
    }

    @Test
    void aMasterThatOversleptStaysMasterOtherwise() {
        NodeDriver driver = master();
        driver.wait(Duration.ofSeconds(30));

        assertThat(driver.on(new NodeEvent.LoopLate(Duration.ofSeconds(29)))).isEmpty();
        assertThat(driver.state()).isEqualTo(VrrpStateName.MASTER);
    }

    @Test
    void theDelayAfterBootCountsFromTheStartOfTheMachine() {
        NodeDriver driver = new NodeDriver(new NodeSpec(List.of(SPEC), Duration.ofSeconds(3),
                Duration.ofSeconds(1_010), false, PacingSpec.NONE, SurroundingsSpec.NONE));
        driver.start();

        assertThat(driver.untilDeadline()).isEqualTo(MASTER_DOWN.plusSeconds(10));
    }

    @Test
    void anInterfaceMayVanishAndReturnWithAnotherNumber() {
        NodeDriver driver = master();

        assertThat(kinds(driver.on(new NodeEvent.LinkRemoved(2))))
                .containsExactly("SendAdvert 0", "RemoveAddresses", "Notify FAULT", "Release");
        driver.on(new NodeEvent.LinkChanged(NodeDriver.link(9, "eth0", true)));
        assertThat(kinds(driver.on(new NodeEvent.AddressAdded(9, NodeDriver.OWN))))
                .containsExactly("Prepare", "Notify BACKUP");
        assertThat(driver.status().plan().orElseThrow().linkIndex()).isEqualTo(9);
    }

    @Test
    void aRenamedInterfaceIsGoneUntilItIsCalledAsBefore() {
        NodeDriver driver = master();

        assertThat(kinds(driver.on(new NodeEvent.LinkChanged(NodeDriver.link(2, "other", true)))))
                .containsExactly("SendAdvert 0", "RemoveAddresses", "Notify FAULT", "Release");
        assertThat(kinds(driver.on(new NodeEvent.LinkChanged(NodeDriver.link(2, "eth0", true)))))
                .containsExactly("Prepare", "Notify BACKUP");
    }

    @Test
    void aLittleLatenessChangesNothing() {
        NodeDriver driver = new NodeDriver(SPEC);
        driver.start();
        driver.now = driver.node.nextDeadline().orElseThrow().plusMicros(400_000);

        driver.on(new NodeEvent.LoopLate(Duration.ofMillis(400)));

        assertThat(kinds(driver.on(new NodeEvent.TimerFired()))).contains("Notify MASTER");
    }

    @Test
    void aFailedSendIsReportedOnce() {
        NodeDriver driver = master();
        NodeEvent failed = new NodeEvent.AdvertFailed(driver.status().id(), "EPERM");

        assertThat(driver.logOf(failed)).hasSize(1);
        assertThat(driver.logOf(failed)).isEmpty();
    }

    @Test
    void beforeTheStartNothingHappens() {
        NodeDriver driver = new NodeDriver(SPEC);

        assertThat(driver.on(eth0(true))).isEmpty();
        assertThat(driver.on(driver.advert(SPEC, "192.0.2.2", 1))).isEmpty();
        assertThat(driver.node.nextDeadline()).isEqualTo(Optional.empty());
        assertThat(driver.status().state()).isEqualTo(new VrrpState.Init(100));
    }
}
