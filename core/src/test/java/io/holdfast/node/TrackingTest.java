package io.holdfast.node;

import static io.holdfast.node.Surroundings.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.track.ScriptResult;
import io.holdfast.track.ScriptSpec;
import io.holdfast.track.Weight;
import io.holdfast.vrrp.Specs;
import io.holdfast.vrrp.VrrpSpec;
import io.holdfast.vrrp.VrrpStateName;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What trackers do to instances (`vrrp.md` 6).
class TrackingTest {
    private static final VrrpSpec SPEC = Specs.vrrp().spec();
    private static final ScriptSpec CHECK = Surroundings.script("chk", 2, 3);
    private static final ScriptResult FAILURE = new ScriptResult(ScriptResult.Kind.EXITED, 1);
    private static final NodeEvent GOOD = new NodeEvent.ScriptEnded(CHECK, ScriptResult.SUCCESS);
    private static final NodeEvent BAD = new NodeEvent.ScriptEnded(CHECK, FAILURE);

    private static NodeDriver started(NodeSpec spec) {
        NodeDriver driver = new NodeDriver(spec);
        driver.start();
        return driver;
    }

    private static NodeDriver withScript(Weight weight) {
        return started(new Surroundings().script(CHECK).tracksScript("VI_1", "chk", weight).around(SPEC));
    }

    private static int priority(NodeDriver driver) {
        return driver.status().state().priority();
    }

    @Test
    void aScriptRunsAtOnceAndThenAtItsInterval() {
        NodeDriver driver = withScript(new Weight(-20, false));

        assertThat(driver.on(new NodeEvent.TimerFired())).containsExactly(new Action.RunScript(CHECK));
        driver.on(GOOD);
        driver.wait(SECOND.minusNanos(1));
        assertThat(driver.on(new NodeEvent.TimerFired())).isEmpty();
        driver.wait(Duration.ofNanos(1));
        assertThat(driver.on(new NodeEvent.TimerFired())).containsExactly(new Action.RunScript(CHECK));
    }

    @Test
    void aRunThatIsNotOverIsNotFollowedByAnother() {
        NodeDriver driver = withScript(new Weight(-20, false));
        driver.on(new NodeEvent.TimerFired());

        driver.wait(SECOND);
        assertThat(driver.logOf(new NodeEvent.TimerFired()))
                .containsExactly("Script chk still runs, so it is not started again");
        driver.wait(SECOND);
        assertThat(driver.logOf(new NodeEvent.TimerFired())).isEmpty();
        driver.on(GOOD);
        driver.wait(SECOND);
        assertThat(driver.on(new NodeEvent.TimerFired())).containsExactly(new Action.RunScript(CHECK));
    }

    @Test
    void theFirstResultDecidesAndThenItTakesSeveral() {
        NodeDriver driver = withScript(new Weight(-20, false));

        driver.on(BAD);
        assertThat(priority(driver)).isEqualTo(80);
        driver.on(GOOD);
        assertThat(priority(driver)).as("rise 2").isEqualTo(80);
        driver.on(GOOD);
        assertThat(priority(driver)).isEqualTo(100);
        driver.on(BAD);
        driver.on(BAD);
        assertThat(priority(driver)).as("fall 3").isEqualTo(100);
        driver.on(GOOD);
        driver.on(BAD);
        driver.on(BAD);
        assertThat(priority(driver)).as("in a row").isEqualTo(100);
        assertThat(driver.on(BAD)).containsExactly(new Action.Reprioritize(driver.status().id(), 80,
                "base 100, script chk -20"));
    }

    @Test
    void withoutAWeightNothingBeginsBeforeTheFirstResult() {
        NodeDriver driver = withScript(Weight.FAULT);

        assertThat(driver.state()).isEqualTo(VrrpStateName.INIT);
        assertThat(driver.toldOf(GOOD)).containsExactly("INSTANCE VI_1 BACKUP 100");
        assertThat(driver.state()).isEqualTo(VrrpStateName.BACKUP);
    }

    @Test
    void withoutAWeightFailureIsAFault() {
        NodeDriver driver = withScript(Weight.FAULT);

        driver.on(BAD);
        assertThat(driver.state()).isEqualTo(VrrpStateName.FAULT);
        assertThat(driver.status().faults()).containsExactly("script chk, exit status 1");
        driver.on(GOOD);
        driver.on(GOOD);
        assertThat(driver.state()).isEqualTo(VrrpStateName.BACKUP);
    }

    @Test
    void aMasterInFaultResigns() {
        NodeDriver driver = withScript(Weight.FAULT);
        driver.on(GOOD);
        while (driver.state() != VrrpStateName.MASTER) {
            driver.fire();
        }

        driver.on(BAD);
        driver.on(BAD);
        assertThat(NodeDriver.kinds(driver.on(BAD))).containsExactly("SendAdvert 0", "RemoveAddresses",
                "Notify FAULT");
    }

    @Test
    void manyScriptsAreSpreadOverTheirInterval() {
        Surroundings surroundings = new Surroundings();
        for (int i = 0; i < 100; i++) {
            surroundings.script(Surroundings.script("s" + i, 1, 1)).tracksScript("VI_1", "s" + i, new Weight(1, false));
        }
        NodeDriver driver = started(surroundings.around(SPEC));

        assertThat(driver.on(new NodeEvent.TimerFired())).hasSize(1);
        driver.wait(SECOND.dividedBy(2));
        assertThat(driver.on(new NodeEvent.TimerFired())).hasSize(50);
        driver.wait(SECOND.dividedBy(2));
        assertThat(driver.on(new NodeEvent.TimerFired())).as("the rest; the first still runs").hasSize(49);
    }

    @Test
    void aScriptNobodyTracksNeverRuns() {
        NodeDriver driver = started(new Surroundings().script(CHECK).around(SPEC));

        assertThat(driver.on(new NodeEvent.TimerFired())).isEmpty();
    }

    @Test
    void aReloadKeepsTheResultOfTheSameScriptAndAwaitsThatOfAnother() {
        NodeDriver driver = withScript(new Weight(-20, false));
        driver.on(BAD);
        ScriptSpec patient = Surroundings.script("chk", 5, 5);

        driver.on(new NodeEvent.ReloadCommitted(new Surroundings().script(patient)
                .tracksScript("VI_1", "chk", new Weight(-30, false)).around(SPEC)));
        assertThat(priority(driver)).isEqualTo(70);
        ScriptSpec other = Surroundings.script("other", 1, 1);
        driver.on(new NodeEvent.ReloadCommitted(new Surroundings().script(other)
                .tracksScript("VI_1", "other", Weight.FAULT).around(SPEC)));
        assertThat(priority(driver)).isEqualTo(100);
        assertThat(driver.state()).as("unresolved is no fault").isEqualTo(VrrpStateName.BACKUP);
        driver.on(BAD);
        assertThat(driver.state()).as("an answer of the old script").isEqualTo(VrrpStateName.BACKUP);
        driver.on(new NodeEvent.ScriptEnded(other, FAILURE));
        assertThat(driver.state()).isEqualTo(VrrpStateName.FAULT);
    }

    @Test
    void theNumberInAFileIsAddedAndCanBeAFault() {
        NodeDriver driver = started(new Surroundings().file("f").tracksFile("VI_1", "f", new Weight(1, false))
                .around(SPEC));

        driver.on(new NodeEvent.FileRead("f", 10));
        assertThat(priority(driver)).isEqualTo(110);
        driver.on(new NodeEvent.FileRead("f", 400));
        assertThat(priority(driver)).isEqualTo(254);
        driver.on(new NodeEvent.FileRead("f", -300));
        assertThat(driver.state()).isEqualTo(VrrpStateName.FAULT);
        driver.on(new NodeEvent.FileRead("f", 0));
        assertThat(driver.state()).isEqualTo(VrrpStateName.BACKUP);
        assertThat(priority(driver)).isEqualTo(100);
    }

    @Test
    void whatWasReadBeforeTheStartCountsFromTheStart() {
        NodeDriver driver = new NodeDriver(new Surroundings().file("f").tracksFile("VI_1", "f", new Weight(-2, false))
                .around(SPEC));
        driver.on(new NodeEvent.FileRead("f", 10));

        driver.start();

        assertThat(priority(driver)).isEqualTo(80);
    }

    @Test
    void aProcessThatEndsIsMissedAfterItsDelay() {
        NodeDriver driver = new NodeDriver(new Surroundings().process("nginx", 1, Duration.ZERO, SECOND)
                .tracksProcess("VI_1", "nginx", Weight.FAULT).around(SPEC));
        driver.on(new NodeEvent.ProcessesCounted("nginx", 1));
        driver.start();
        assertThat(driver.state()).isEqualTo(VrrpStateName.BACKUP);

        driver.on(new NodeEvent.ProcessesCounted("nginx", 0));
        driver.wait(Duration.ofMillis(500));
        driver.on(new NodeEvent.ProcessesCounted("nginx", 1));
        driver.wait(Duration.ofMillis(600));
        driver.on(new NodeEvent.TimerFired());
        assertThat(driver.state()).as("it came back in time").isEqualTo(VrrpStateName.BACKUP);
        driver.on(new NodeEvent.ProcessesCounted("nginx", 0));
        driver.wait(SECOND);
        driver.on(new NodeEvent.TimerFired());
        assertThat(driver.status().faults()).containsExactly("process nginx, 0 running");
        driver.on(new NodeEvent.ProcessesCounted("nginx", 1));
        assertThat(driver.state()).isEqualTo(VrrpStateName.BACKUP);
    }

    @Test
    void twoTrackedInterfacesDownAreTwoFaults() {
        NodeDriver driver = started(new Surroundings().tracksInterface("VI_1", "eth1", Weight.FAULT)
                .tracksInterface("VI_1", "eth2", Weight.FAULT).around(SPEC));
        assertThat(driver.status().faults()).containsExactly("tracked interface eth2 is down");

        driver.on(new NodeEvent.LinkChanged(NodeDriver.link(3, "eth1", false)));
        driver.on(new NodeEvent.LinkChanged(NodeDriver.link(4, "eth2", true)));
        assertThat(driver.state()).isEqualTo(VrrpStateName.FAULT);
        driver.on(new NodeEvent.LinkChanged(NodeDriver.link(3, "eth1", true)));
        assertThat(driver.state()).isEqualTo(VrrpStateName.BACKUP);
    }

    @Test
    void aWeightedInterfaceChangesThePriority() {
        NodeDriver driver = started(new Surroundings().tracksInterface("VI_1", "eth1", new Weight(-30, false))
                .around(SPEC));

        driver.on(new NodeEvent.LinkChanged(NodeDriver.link(3, "eth1", false)));
        assertThat(priority(driver)).isEqualTo(70);
        driver.on(new NodeEvent.LinkRemoved(3));
        assertThat(priority(driver)).isEqualTo(70);
        driver.on(new NodeEvent.LinkChanged(NodeDriver.link(5, "eth1", true)));
        assertThat(priority(driver)).isEqualTo(100);
    }

    @Test
    void aLinkThatFlapsWithinItsDelayWasNeverDown() {
        NodeDriver driver = started(new Surroundings().delay("eth0", SECOND, Duration.ZERO).around(SPEC));

        driver.on(new NodeEvent.LinkChanged(NodeDriver.link(2, "eth0", false)));
        driver.wait(Duration.ofMillis(300));
        driver.on(new NodeEvent.LinkChanged(NodeDriver.link(2, "eth0", true)));
        driver.wait(SECOND);
        driver.on(new NodeEvent.TimerFired());
        assertThat(driver.state()).isEqualTo(VrrpStateName.BACKUP);
        driver.on(new NodeEvent.LinkChanged(NodeDriver.link(2, "eth0", false)));
        driver.wait(SECOND);
        driver.on(new NodeEvent.TimerFired());
        assertThat(driver.state()).isEqualTo(VrrpStateName.FAULT);
        driver.on(new NodeEvent.LinkChanged(NodeDriver.link(2, "eth0", true)));
        assertThat(driver.state()).isEqualTo(VrrpStateName.BACKUP);
    }

    @Test
    void ownersHaveNoWeights() {
        NodeDriver driver = started(new Surroundings().file("f").tracksFile("VI_1", "f", new Weight(-1, false))
                .around(Specs.vrrp().owner().spec()));

        driver.on(new NodeEvent.FileRead("f", 10));
        assertThat(priority(driver)).isEqualTo(255);
    }

    @Test
    void aMasterTellsOfAWeakerOneOnceAnInterval() {
        NodeDriver driver = started(NodeSpec.of(List.of(SPEC)));
        driver.fire();
        assertThat(driver.state()).isEqualTo(VrrpStateName.MASTER);
        driver.wait(Duration.ofMillis(100));

        assertThat(driver.toldOf(driver.advert(SPEC, "192.0.2.9", 50)))
                .containsExactly("INSTANCE VI_1 MASTER_RX_LOWER_PRI 100");
        driver.wait(Duration.ofMillis(100));
        assertThat(driver.toldOf(driver.advert(SPEC, "192.0.2.9", 50))).isEmpty();
        driver.wait(SECOND);
        assertThat(driver.toldOf(driver.advert(SPEC, "192.0.2.9", 50))).hasSize(1);
    }
}
