package io.holdfast.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.MonoTime;
import io.holdfast.notify.Notice;
import io.holdfast.track.ScriptResult;
import io.holdfast.track.ScriptSpec;
import io.holdfast.track.Weight;
import io.holdfast.vrrp.Specs;
import io.holdfast.vrrp.VrrpSpec;
import io.holdfast.vrrp.VrrpStateName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Instances that change state together (`vrrp.md` 5).
class SyncGroupTest {
    private static final VrrpSpec A = Specs.vrrp().name("A").vrid(51).priority(200).spec();
    private static final VrrpSpec B = Specs.vrrp().name("B").vrid(52).priority(100).addresses("192.0.2.102").spec();
    private static final Duration DOWN_OF_B = Duration.ofNanos(3_609_375_000L);

    private static final MonoTime START = new NodeDriver(A).now;

    private static Surroundings group() {
        return new Surroundings().group("G", "A", "B");
    }

    private static List<VrrpStateName> states(NodeDriver driver) {
        List<VrrpStateName> states = new ArrayList<>();
        for (InstanceStatus status : driver.node.status()) {
            states.add(status.state().name());
        }
        return states;
    }

    private static NodeDriver master() {
        NodeDriver driver = new NodeDriver(group().around(A, B));
        driver.start();
        driver.wait(DOWN_OF_B);
        driver.on(new NodeEvent.TimerFired());
        assertThat(states(driver)).containsOnly(VrrpStateName.MASTER);
        return driver;
    }

    @Test
    void atTheStartTheGroupIsAnnouncedFirst() {
        NodeDriver driver = new NodeDriver(group().around(A, B));
        driver.on(new NodeEvent.Resynced(List.of(NodeDriver.ETH0),
                List.of(new NodeEvent.AddressAdded(2, NodeDriver.OWN))));

        assertThat(driver.toldOf(new NodeEvent.Started())).containsExactly("GROUP G BACKUP 0",
                "INSTANCE A BACKUP 200", "INSTANCE B BACKUP 100");
    }

    @Test
    void theMemberWithTheLongestTimerDecides() {
        NodeDriver driver = new NodeDriver(group().around(A, B));
        driver.start();

        driver.fire();
        assertThat(states(driver)).as("A has to wait").containsOnly(VrrpStateName.BACKUP);
        assertThat(driver.toldOf(firingAt(driver, DOWN_OF_B))).containsExactly("INSTANCE B MASTER 100",
                "INSTANCE A MASTER 200", "GROUP G MASTER 0");
    }

    private static NodeEvent firingAt(NodeDriver driver, Duration sinceStart) {
        driver.now = START.plus(sinceStart);
        return new NodeEvent.TimerFired();
    }

    @Test
    void advertisementsOfAllComeBeforeTheirAddresses() {
        NodeDriver driver = new NodeDriver(group().around(A, B));
        driver.start();
        driver.wait(DOWN_OF_B.minusNanos(1));
        driver.on(new NodeEvent.TimerFired());
        driver.wait(Duration.ofNanos(1));

        assertThat(NodeDriver.kinds(driver.on(new NodeEvent.TimerFired()))).containsExactly("SendAdvert 100",
                "SendAdvert 200", "AddAddresses", "Announce", "Notify MASTER", "AddAddresses", "Announce",
                "Notify MASTER", "NotifyGroup");
    }

    @Test
    void aBetterAdvertisementMakesAMemberUnwillingAgain() {
        NodeDriver driver = new NodeDriver(group().around(A, B));
        driver.start();
        driver.fire();
        driver.on(driver.advert(A, "192.0.2.9", 220));

        driver.now = START.plus(DOWN_OF_B);
        driver.on(new NodeEvent.TimerFired());
        assertThat(states(driver)).containsOnly(VrrpStateName.BACKUP);
    }

    @Test
    void whereOneGivesWayAllDoAndOnlyThen() {
        NodeDriver driver = master();

        List<Action> actions = driver.on(driver.advert(B, "192.0.2.9", 220));
        assertThat(NodeDriver.kinds(actions)).containsExactly("RemoveAddresses", "Notify BACKUP", "RemoveAddresses",
                "Notify BACKUP", "NotifyGroup");
        assertThat(((Action.Notify) actions.get(3)).cause().evidence())
                .isEqualTo("sync group G, member B: advertisement from 192.0.2.9 with priority 220, ours 100");
    }

    @Test
    void aFaultOfOneIsAFaultOfAllAndEveryMasterResigns() {
        VrrpSpec elsewhere = Specs.vrrp().name("B").vrid(52).on("eth1").source("192.0.2.2")
                .addresses("192.0.2.102").spec();
        NodeDriver driver = new NodeDriver(group().around(A, elsewhere));
        driver.start();
        driver.wait(DOWN_OF_B);
        driver.on(new NodeEvent.TimerFired());

        assertThat(NodeDriver.kinds(driver.on(new NodeEvent.LinkChanged(NodeDriver.link(3, "eth1", false)))))
                .containsExactly("SendAdvert 0", "RemoveAddresses", "Notify FAULT", "SendAdvert 0", "RemoveAddresses",
                        "Notify FAULT", "NotifyGroup");
        assertThat(driver.node.status().getFirst().faults())
                .containsExactly("sync group member B: interface eth1 is down");
        assertThat(NodeDriver.kinds(driver.on(new NodeEvent.LinkChanged(NodeDriver.link(3, "eth1", true)))))
                .containsSubsequence("Notify BACKUP", "Notify BACKUP", "NotifyGroup");
        assertThat(states(driver)).containsOnly(VrrpStateName.BACKUP);
    }

    @Test
    void theGroupLeavesFaultWithTheLastFault() {
        NodeDriver driver = new NodeDriver(group().tracksInterface("A", "eth1", Weight.FAULT)
                .tracksInterface("B", "eth2", Weight.FAULT).around(A, B));
        driver.start();
        driver.on(new NodeEvent.LinkChanged(NodeDriver.link(3, "eth1", false)));
        assertThat(states(driver)).containsOnly(VrrpStateName.FAULT);

        driver.on(new NodeEvent.LinkChanged(NodeDriver.link(4, "eth2", true)));
        assertThat(states(driver)).containsOnly(VrrpStateName.FAULT);
        assertThat(driver.toldOf(new NodeEvent.LinkChanged(NodeDriver.link(3, "eth1", true)))).containsExactly(
                "INSTANCE A BACKUP 200", "INSTANCE B BACKUP 100", "GROUP G BACKUP 0");
    }

    @Test
    void aFaultAtTheStartIsToldByEachMemberAndThenByTheGroup() {
        NodeDriver driver = new NodeDriver(group().tracksInterface("B", "eth2", Weight.FAULT).around(A, B));
        driver.on(new NodeEvent.Resynced(List.of(NodeDriver.ETH0),
                List.of(new NodeEvent.AddressAdded(2, NodeDriver.OWN))));

        assertThat(driver.toldOf(new NodeEvent.Started())).containsExactly("INSTANCE A FAULT 200",
                "INSTANCE B FAULT 100", "GROUP G FAULT 0");
    }

    @Test
    void allWaitForTheScriptOfOne() {
        ScriptSpec script = Surroundings.script("chk", 1, 1);
        NodeDriver driver = new NodeDriver(group().script(script).tracksScript("B", "chk", Weight.FAULT)
                .around(A, B));
        driver.start();
        assertThat(states(driver)).containsOnly(VrrpStateName.INIT);

        assertThat(driver.toldOf(new NodeEvent.ScriptEnded(script, ScriptResult.SUCCESS))).containsExactly(
                "GROUP G BACKUP 0", "INSTANCE A BACKUP 200", "INSTANCE B BACKUP 100");
    }

    @Test
    void theEndOfOneFaultThatBeginsAnotherMembersKeepsTheGroupInFault() {
        ScriptSpec script = Surroundings.script("chk", 1, 1);
        NodeDriver driver = new NodeDriver(group().script(script).tracksScript("A", "chk", new Weight(0, true))
                .tracksScript("B", "chk", Weight.FAULT).around(A, B));
        driver.start();
        driver.on(new NodeEvent.ScriptEnded(script, ScriptResult.SUCCESS));
        assertThat(states(driver)).containsOnly(VrrpStateName.FAULT);

        ScriptResult failure = new ScriptResult(ScriptResult.Kind.EXITED, 1);
        assertThat(driver.toldOf(new NodeEvent.ScriptEnded(script, failure))).isEmpty();
        assertThat(states(driver)).containsOnly(VrrpStateName.FAULT);
    }

    @Test
    void theSameHoldsForALinkThatOneMemberIsOnAndAnotherTracks() {
        VrrpSpec elsewhere = Specs.vrrp().name("A").on("eth1").source("192.0.2.2").spec();
        NodeDriver driver = new NodeDriver(group().tracksInterface("B", "eth1", new Weight(0, true))
                .around(elsewhere, B));
        driver.start();
        assertThat(states(driver)).as("eth1 is up").containsOnly(VrrpStateName.FAULT);

        driver.on(new NodeEvent.LinkChanged(NodeDriver.link(3, "eth1", false)));
        assertThat(states(driver)).containsOnly(VrrpStateName.FAULT);
        assertThat(driver.toldOf(new NodeEvent.LinkChanged(NodeDriver.link(3, "eth1", true)))).isEmpty();
        assertThat(states(driver)).containsOnly(VrrpStateName.FAULT);
    }

    @Test
    void anOwnerAmongOthersDoesNotBeginAsMaster() {
        VrrpSpec owner = Specs.vrrp().name("A").owner().spec();
        NodeDriver driver = new NodeDriver(group().around(owner, B));
        driver.start();
        assertThat(states(driver)).containsOnly(VrrpStateName.BACKUP);

        VrrpSpec other = Specs.vrrp().name("B").vrid(52).owner().addresses("192.0.2.102").spec();
        NodeDriver owners = new NodeDriver(group().around(owner, other));
        owners.start();
        assertThat(states(owners)).containsOnly(VrrpStateName.MASTER);
    }

    @Test
    void whenAddressesCannotBeKeptAllResign() {
        NodeDriver driver = master();
        PlacedAddress lost = driver.placed(0);
        InstanceId id = driver.status().id();
        driver.on(new NodeEvent.AddressRemoved(2, lost.address().prefix()));

        List<Action> actions = driver.on(new NodeEvent.AddressesApplied(id, List.of(),
                List.of(new NodeEvent.AddressesApplied.Failure(lost, "EPERM"))));
        assertThat(NodeDriver.kinds(actions)).containsExactly("SendAdvert 0", "RemoveAddresses", "Notify BACKUP",
                "SendAdvert 0", "RemoveAddresses", "Notify BACKUP", "NotifyGroup");
    }

    @Test
    void pipesCanBeToldOfThePresentStates() {
        assertThat(master().node.presentNotices()).allMatch(Notice::pipesOnly)
                .extracting(notice -> notice.name() + " " + notice.event())
                .containsExactly("G MASTER", "A MASTER", "B MASTER");
    }

    @Test
    void theGroupStopsAfterItsMembers() {
        assertThat(master().toldOf(new NodeEvent.StopRequested(true))).containsExactly("INSTANCE A STOP 200",
                "INSTANCE B STOP 100", "GROUP G STOP 0");
    }

    @Test
    void aReloadThatDissolvesTheGroupLeavesItsMembersAlone() {
        NodeDriver driver = master();

        assertThat(driver.on(new NodeEvent.ReloadCommitted(NodeSpec.of(List.of(A, B))))).isEmpty();
        driver.on(driver.advert(B, "192.0.2.9", 220));
        assertThat(states(driver)).containsExactly(VrrpStateName.MASTER, VrrpStateName.BACKUP);
    }

    @Test
    void aReloadThatAddsAMemberInFaultTakesTheOthersAlong() {
        NodeDriver driver = new NodeDriver(new Surroundings().group("G", "A").around(A));
        driver.start();
        driver.fire();

        assertThat(driver.toldOf(new NodeEvent.ReloadCommitted(group().tracksInterface("B", "eth9", Weight.FAULT)
                .around(A, B)))).containsExactly("INSTANCE A FAULT 200", "INSTANCE B FAULT 100", "GROUP G FAULT 0");
        assertThat(states(driver)).containsOnly(VrrpStateName.FAULT);
    }

    @Test
    void aReloadThatMakesAGroupOfAMasterAndABackupKeepsBoth() {
        NodeDriver driver = new NodeDriver(A, B);
        driver.start();
        driver.fire();
        assertThat(states(driver)).containsExactly(VrrpStateName.MASTER, VrrpStateName.BACKUP);

        assertThat(driver.on(new NodeEvent.ReloadCommitted(group().around(A, B)))).isEmpty();
        driver.now = START.plus(DOWN_OF_B);
        driver.on(new NodeEvent.TimerFired());
        assertThat(states(driver)).containsOnly(VrrpStateName.MASTER);
    }
}
