package io.holdfast.node;

import static io.holdfast.node.NodeDriver.kinds;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.IpAddress;
import io.holdfast.base.MonoTime;
import io.holdfast.base.Prefix;
import io.holdfast.vrrp.Delivery;
import io.holdfast.vrrp.GarpSpec;
import io.holdfast.vrrp.SourceSpec;
import io.holdfast.vrrp.Specs;
import io.holdfast.vrrp.VirtualAddress;
import io.holdfast.vrrp.VrrpCounter;
import io.holdfast.vrrp.VrrpSpec;
import io.holdfast.vrrp.VrrpStateName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A reload is one more event (`vrrp.md` 3.10).
class ReloadTest {
    private static final VrrpSpec SPEC = Specs.vrrp().spec();
    private static final VrrpSpec SECOND = Specs.vrrp().name("VI_2").vrid(52).addresses("192.0.2.102").spec();

    private static final VrrpSpec OWNER = Specs.vrrp().name("VI_3").vrid(53).owner().addresses("192.0.2.103").spec();

    private static NodeEvent reload(VrrpSpec... instances) {
        return new NodeEvent.ReloadCommitted(NodeSpec.of(List.of(instances)));
    }

    private static NodeDriver master() {
        NodeDriver driver = new NodeDriver(SPEC);
        driver.start();
        driver.fire();
        return driver;
    }

    @Test
    void anUnchangedInstanceDoesNotNotice() {
        NodeDriver driver = master();
        MonoTime deadline = driver.node.nextDeadline().orElseThrow();

        assertThat(driver.wait(Duration.ofMillis(500)).on(reload(Specs.vrrp().spec()))).isEmpty();
        assertThat(driver.state()).isEqualTo(VrrpStateName.MASTER);
        assertThat(driver.node.nextDeadline()).contains(deadline);
    }

    @Test
    void aMasterTellsItsNewPriorityAtOnce() {
        NodeDriver driver = master();

        assertThat(kinds(driver.on(reload(Specs.vrrp().priority(90).spec()))))
                .containsExactly("Prepare", "SendAdvert 90");
        assertThat(driver.state()).isEqualTo(VrrpStateName.MASTER);
    }

    @Test
    void aMasterChangesOnlyTheAddressesThatDiffer() {
        NodeDriver driver = master();
        PlacedAddress dropped = driver.placed(0);

        List<Action> actions = driver.on(reload(Specs.vrrp().addresses("192.0.2.101", "192.0.2.110").spec()));

        assertThat(kinds(actions)).containsExactly("Prepare", "ChangeAddresses", "ChangeAddresses", "SendAdvert 100",
                "Announce");
        assertThat(actions.get(1)).isEqualTo(new Action.ChangeAddresses(driver.status().id(), List.of(dropped),
                List.of()));
        assertThat(actions.get(2)).isEqualTo(new Action.ChangeAddresses(driver.status().id(), List.of(),
                List.of(driver.placed(1))));
    }

    @Test
    void anAddressMayMoveFromOneInstanceToAnother() {
        NodeDriver driver = new NodeDriver(SPEC, SECOND);
        driver.start();
        driver.fire();
        driver.fire();
        assertThat(driver.node.status()).allMatch(i -> i.state().name() == VrrpStateName.MASTER);

        List<Action> actions = driver.on(reload(Specs.vrrp().addresses("192.0.2.100", "192.0.2.102").spec(),
                Specs.vrrp().name("VI_2").vrid(52).addresses("192.0.2.103").spec()));

        int removed = 0;
        int added = 0;
        for (int i = 0; i < actions.size(); i++) {
            if (actions.get(i) instanceof Action.ChangeAddresses change) {
                removed = change.remove().isEmpty() ? removed : i;
                added = change.add().isEmpty() || added > 0 ? added : i;
            }
        }
        assertThat(removed).isPositive().isLessThan(added);
    }

    @Test
    void aBackupKeepsItsWaitAndItsMaster() {
        NodeDriver driver = new NodeDriver(SPEC);
        driver.start();
        driver.on(driver.advert(SPEC, "192.0.2.2", 200));
        MonoTime deadline = driver.node.nextDeadline().orElseThrow();
        VrrpSpec announcing = Specs.vrrp()
                .garp(new GarpSpec(1, Duration.ZERO, Duration.ZERO, 1, 0, Duration.ZERO)).spec();

        assertThat(kinds(driver.wait(Duration.ofSeconds(1)).on(reload(announcing)))).containsExactly("Prepare");
        assertThat(driver.node.nextDeadline()).contains(deadline);
    }

    @Test
    void theNameIsNotPartOfTheIdentity() {
        NodeDriver driver = master();
        int number = driver.status().id().number();

        driver.on(reload(Specs.vrrp().name("renamed").spec()));

        assertThat(driver.state()).isEqualTo(VrrpStateName.MASTER);
        assertThat(driver.status().id().number()).isEqualTo(number);
        assertThat(driver.status().id().name()).isEqualTo("renamed");
    }

    @Test
    void whatNobodyHearsIsNotSaid() {
        NodeDriver driver = master();
        MonoTime deadline = driver.node.nextDeadline().orElseThrow();

        NodeEvent silent = reload(Specs.vrrp().name("renamed").nopreempt().spec());

        assertThat(kinds(driver.wait(Duration.ofMillis(500)).on(silent))).containsExactly("Prepare");
        assertThat(driver.node.nextDeadline()).contains(deadline);
    }

    @Test
    void anAddressThatIsToLookDifferentIsRemovedAndAddedAgain() {
        NodeDriver driver = master();
        PlacedAddress plain = driver.placed(0);
        VirtualAddress labelled = new VirtualAddress(plain.address().prefix(), "eth0", 0, Optional.of("eth0:1"),
                Optional.empty(), Optional.empty(), 0, true);

        List<Action> actions = driver.on(reload(Specs.vrrp()
                .addresses(List.of(labelled, driver.placed(1).address())).spec()));

        assertThat(kinds(actions)).containsExactly("Prepare", "ChangeAddresses", "ChangeAddresses", "Announce");
        assertThat(((Action.ChangeAddresses) actions.get(1)).remove()).containsExactly(plain);
        assertThat(((Action.ChangeAddresses) actions.get(2)).add()).containsExactly(driver.placed(0));
        assertThat(driver.placed(0).address()).isEqualTo(labelled);
    }

    @Test
    void theCountersGoOn() {
        NodeDriver driver = master();
        long sent = driver.status().counters().of(VrrpCounter.ADVERTS_SENT);

        driver.on(reload(Specs.vrrp().priority(90).spec()));

        assertThat(driver.status().counters().of(VrrpCounter.ADVERTS_SENT)).isEqualTo(sent + 1);
        assertThat(driver.status().counters().of(VrrpCounter.BECAME_MASTER)).isEqualTo(1);
    }

    @Test
    void aRunningStartupDelayEndsWhenTheNewValueSays() { // vrrp.md 3.3
        NodeDriver driver = new NodeDriver(delayed(10, SPEC, OWNER));
        driver.start();
        driver.wait(Duration.ofSeconds(2));

        driver.on(new NodeEvent.ReloadCommitted(delayed(5, SPEC, OWNER, SECOND)));

        assertThat(driver.untilDeadline()).as("the owner").isEqualTo(Duration.ofSeconds(3));
        assertThat(driver.fire()).contains(new Action.SendAdvert(driver.node.status().get(1).id(), 255));
        for (int i : List.of(0, 2)) {
            assertThat(driver.node.status().get(i).state().nextDeadline().since(driver.now))
                    .isEqualTo(Duration.ofNanos(3_609_375_000L));
        }
    }

    @Test
    void aStartupDelayThatIsOverByTheNewValueIsOverNow() {
        NodeDriver driver = new NodeDriver(delayed(10, SPEC));
        driver.start();
        driver.wait(Duration.ofSeconds(7)).on(new NodeEvent.ReloadCommitted(delayed(5, SPEC)));

        assertThat(driver.untilDeadline()).isEqualTo(Duration.ofNanos(3_609_375_000L));
        driver.on(driver.advert(SPEC, "192.0.2.2", 200));
        assertThat(driver.status().counters().of(VrrpCounter.ADVERTS_RECEIVED)).isEqualTo(1);
    }

    @Test
    void aStartupDelayThatIsOverStaysOver() {
        NodeDriver driver = new NodeDriver(delayed(1, SPEC));
        driver.start();
        MonoTime deadline = driver.node.nextDeadline().orElseThrow();
        driver.wait(Duration.ofSeconds(2)).on(new NodeEvent.ReloadCommitted(delayed(100, SPEC)));

        assertThat(driver.node.nextDeadline()).contains(deadline);
    }

    private static NodeSpec delayed(int seconds, VrrpSpec... instances) {
        return new NodeSpec(List.of(instances), Duration.ofSeconds(seconds), false);
    }

    @Test
    void aRemovedInstanceResignsAndOneThatIsAddedStarts() {
        NodeDriver driver = master();

        assertThat(kinds(driver.on(reload(SECOND)))).containsExactly("SendAdvert 0", "RemoveAddresses",
                "Notify DELETED", "Release", "Prepare", "Notify BACKUP");
        assertThat(driver.on(driver.advert(SPEC, "192.0.2.2", 1))).isEmpty();
        assertThat(driver.untilDeadline()).isEqualTo(Duration.ofNanos(3_609_375_000L));
    }

    @Test
    void aFaultFoundByAReloadStillResigns() { // proposal 25
        NodeDriver driver = master();

        assertThat(kinds(driver.on(reload(Specs.vrrp().addresses(List.of(VirtualAddress.plain(
                Prefix.literal("192.0.2.100"), "eth9"))).spec()))))
                .containsExactly("SendAdvert 0", "RemoveAddresses", "Notify FAULT", "Prepare");
        assertThat(driver.status().faults()).containsExactly("interface eth9 does not exist");
    }

    @Test
    void anotherGroupMakesAnotherInstance() {
        NodeDriver driver = master();
        Delivery elsewhere = new Delivery.Multicast(IpAddress.literal("224.0.0.77"));

        assertThat(kinds(driver.on(reload(SPEC.sending(elsewhere, SourceSpec.OF_INTERFACE))))).containsExactly(
                "SendAdvert 0", "RemoveAddresses", "Notify DELETED", "Release", "Prepare", "Notify BACKUP");
    }

    @Test
    void thePlanIsKnownBeforeItIsCarriedOut() {
        VrrpSpec changed = Specs.vrrp().priority(7).spec();
        VrrpSpec moved = Specs.vrrp().name("VI_2").on("eth1").vrid(52).spec();

        assertThat(ReloadPlan.between(NodeSpec.of(List.of(SPEC, SECOND)), NodeSpec.of(List.of(changed, moved))))
                .isEqualTo(new ReloadPlan(List.of(), List.of(new ReloadPlan.Change(SPEC, changed)), List.of(moved),
                        List.of(SECOND)));
        assertThat(ReloadPlan.between(NodeSpec.of(List.of(SPEC)), NodeSpec.of(List.of(SPEC))))
                .isEqualTo(new ReloadPlan(List.of(SPEC), List.of(), List.of(), List.of()));
    }
}
