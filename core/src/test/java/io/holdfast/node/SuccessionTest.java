package io.holdfast.node;

import static io.holdfast.node.NodeDriver.kinds;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.MonoTime;
import io.holdfast.base.Prefix;
import io.holdfast.node.Memory.Mastership;
import io.holdfast.vrrp.Cause.Trigger;
import io.holdfast.vrrp.Specs;
import io.holdfast.vrrp.VirtualRouter;
import io.holdfast.vrrp.VrrpCounter;
import io.holdfast.vrrp.VrrpSpec;
import io.holdfast.vrrp.VrrpStateName;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A process that starts where another was killed (`vrrp.md` 3.11).
class SuccessionTest {
    private static final VrrpSpec SPEC = Specs.vrrp().spec();
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static Memory memory(NodeDriver driver, VrrpSpec spec, long silenceMillis) {
        return memory(driver, spec, silenceMillis, 60_000);
    }

    private static Memory memory(NodeDriver driver, VrrpSpec spec, long silenceMillis, long masterMillis) {
        return new Memory(List.of(new Mastership(VirtualRouter.fingerprint(spec), before(driver, masterMillis),
                before(driver, silenceMillis), spec.advertInterval())));
    }

    private static MonoTime before(NodeDriver driver, long millis) {
        return driver.now.minus(Duration.ofMillis(millis));
    }

    private static NodeDriver driver(VrrpSpec... specs) {
        return new NodeDriver(specs);
    }

    @Test
    void whoWasMasterJustNowStillIs() {
        NodeDriver driver = driver(SPEC);
        List<Action> actions = driver.start(memory(driver, SPEC, 800), "192.0.2.100/32", "192.0.2.101/32");

        assertThat(kinds(actions)).containsExactly("Prepare", "SendAdvert 100", "Resume");
        assertThat(driver.state()).isEqualTo(VrrpStateName.MASTER);
        assertThat(driver.untilDeadline()).isEqualTo(SECOND);
        Action.Resume resume = (Action.Resume) actions.getLast();
        assertThat(resume.since()).isEqualTo(before(driver, 60_000));
        assertThat(resume.cause().trigger()).isEqualTo(Trigger.RESUMED);
        assertThat(resume.cause().evidence()).contains("0.800 s ago");
        assertThat(driver.status().cause()).contains(resume.cause());
    }

    @Test
    void nothingIsCountedOrSaidAsATransition() {
        NodeDriver driver = driver(SPEC);
        driver.on(new NodeEvent.Resynced(List.of(NodeDriver.ETH0),
                List.of(new NodeEvent.AddressAdded(2, NodeDriver.OWN))));
        assertThat(driver.logOf(new NodeEvent.Started(memory(driver, SPEC, 800))))
                .containsExactly("(VI_1) resuming MASTER STATE, last advertisement 0.800 s ago");
        assertThat(driver.status().counters().of(VrrpCounter.BECAME_MASTER)).isZero();
        assertThat(driver.status().counters().of(VrrpCounter.ADVERTS_SENT)).isEqualTo(1);
    }

    @Test
    void addressesThatAreGoneAreAddedAndAnnounced() {
        NodeDriver driver = driver(SPEC);
        assertThat(kinds(driver.start(memory(driver, SPEC, 800), "192.0.2.100/32")))
                .containsExactly("Prepare", "SendAdvert 100", "AddAddresses", "Announce", "Resume");
        driver.wait(Duration.ofMillis(4_500));
        driver.on(new NodeEvent.TimerFired());
        driver.wait(Duration.ofMillis(500));
        assertThat(kinds(driver.on(new NodeEvent.TimerFired()))).containsExactly("SendAdvert 100", "Announce");
    }

    /// garp_master_delay is 5 s and was running when the process was killed.
    @Test
    void theSecondBurstIsNotForgotten() {
        NodeDriver driver = driver(SPEC);
        driver.start(memory(driver, SPEC, 800, 4_300), "192.0.2.100/32", "192.0.2.101/32");
        assertThat(driver.untilDeadline()).isEqualTo(Duration.ofMillis(700));
        assertThat(kinds(driver.fire())).containsExactly("Announce");
    }

    @Test
    void afterTooLongASilenceTheElectionBeginsAnew() {
        NodeDriver driver = driver(SPEC);
        assertThat(kinds(driver.start(memory(driver, SPEC, 2_500), "192.0.2.100/32")))
                .containsExactly("Prepare", "ChangeAddresses", "Notify BACKUP");
    }

    @Test
    void anotherRouterInheritsNothing() {
        NodeDriver driver = driver(SPEC);
        Memory other = memory(driver, Specs.v3().spec(), 800);
        assertThat(kinds(driver.start(other, "192.0.2.100/32")))
                .containsExactly("Prepare", "ChangeAddresses", "Notify BACKUP");
    }

    @Test
    void whoLacksSomethingIsInFaultAndGivesItsAddressesUp() {
        NodeDriver driver = driver(SPEC);
        driver.on(new NodeEvent.Resynced(List.of(NodeDriver.link(2, "eth0", false)),
                List.of(new NodeEvent.AddressAdded(2, NodeDriver.OWN),
                        new NodeEvent.AddressAdded(2, Prefix.literal("192.0.2.100/32")))));
        assertThat(kinds(driver.on(new NodeEvent.Started(memory(driver, SPEC, 800)))))
                .containsExactly("ChangeAddresses", "Notify FAULT");
    }

    /// Found out between the first look and the start.
    @Test
    void whoCannotOpenItsSocketsIsInFault() {
        NodeDriver driver = driver(SPEC);
        List<Action> prepared = driver.on(new NodeEvent.Resynced(List.of(NodeDriver.ETH0),
                List.of(new NodeEvent.AddressAdded(2, NodeDriver.OWN))));
        InstanceId id = ((Action.Prepare) prepared.getFirst()).plan().id();
        assertThat(driver.on(new NodeEvent.PrepareFailed(id, "EMFILE"))).isEmpty();
        assertThat(kinds(driver.on(new NodeEvent.Started(memory(driver, SPEC, 800))))).containsExactly("Notify FAULT");
    }

    @Test
    void ownersAndBackupsGoTheirWay() {
        VrrpSpec owner = Specs.vrrp().name("VI_2").vrid(52).owner().addresses("192.0.2.120").spec();
        VrrpSpec backup = Specs.vrrp().name("VI_3").vrid(53).addresses("192.0.2.130").spec();
        NodeDriver driver = driver(backup, owner, SPEC);
        List<Action> actions = driver.start(new Memory(List.of(
                new Mastership(VirtualRouter.fingerprint(SPEC), driver.now, driver.now, SECOND),
                new Mastership(VirtualRouter.fingerprint(owner), driver.now, driver.now, SECOND))),
                "192.0.2.100/32", "192.0.2.101/32", "192.0.2.120/32");
        assertThat(kinds(actions)).containsExactly("Prepare", "Prepare", "Prepare", "SendAdvert 255", "SendAdvert 100",
                "Resume", "Resume", "Notify BACKUP");
    }

    /// The delay belongs to the first start: who was master then had it behind it.
    @Test
    void theStartupDelayDoesNotBeginAgain() {
        VrrpSpec backup = Specs.vrrp().name("VI_3").vrid(53).addresses("192.0.2.130").spec();
        NodeSpec delayed = new NodeSpec(List.of(SPEC, backup), Duration.ofSeconds(20), false);
        NodeDriver driver = new NodeDriver(delayed);
        driver.start(memory(driver, SPEC, 800), "192.0.2.100/32", "192.0.2.101/32");
        assertThat(driver.state()).isEqualTo(VrrpStateName.MASTER);
        assertThat(kinds(driver.on(driver.advert(SPEC, "192.0.2.2", 150)))).contains("RemoveAddresses");

        NodeDriver late = new NodeDriver(delayed);
        late.start(memory(late, SPEC, 3_000), "192.0.2.100/32", "192.0.2.101/32");
        assertThat(kinds(late.on(late.advert(SPEC, "192.0.2.2", 0)))).isEmpty();
        assertThat(late.untilDeadline()).isGreaterThan(Duration.ofSeconds(20));
    }

    @Test
    void aConfigurationReplacedBeforeTheStartIsTheOneThatStarts() {
        NodeDriver driver = driver(SPEC);
        VrrpSpec other = Specs.vrrp().vrid(77).spec();
        driver.on(new NodeEvent.Resynced(List.of(NodeDriver.ETH0),
                List.of(new NodeEvent.AddressAdded(2, NodeDriver.OWN))));
        assertThat(kinds(driver.on(new NodeEvent.ReloadCommitted(NodeSpec.of(List.of(other))))))
                .containsExactly("Release", "Prepare");
        assertThat(kinds(driver.on(new NodeEvent.Started(memory(driver, SPEC, 800))))).containsExactly("Notify BACKUP");
    }
}
