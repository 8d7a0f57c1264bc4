package io.holdfast.node;

import static io.holdfast.node.NodeDriver.kinds;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.Prefix;
import io.holdfast.vrrp.GarpSpec;
import io.holdfast.vrrp.Specs;
import io.holdfast.vrrp.VrrpStateName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Addresses that a new master cannot add (`vrrp.md` 4.5).
class OverdueTest {
    private static final Prefix VIP = Prefix.literal("192.0.2.100");

    private final NodeDriver driver = new NodeDriver(quiet().spec());

    private static Specs quiet() {
        return Specs.vrrp().interval(Duration.ofSeconds(250))
                .garp(new GarpSpec(5, Duration.ZERO, Duration.ZERO, 1, 5, Duration.ZERO));
    }

    private void becomeMaster() {
        driver.start();
        driver.fire();
    }

    private NodeEvent failed() {
        return new NodeEvent.AddressesApplied(driver.status().id(), List.of(),
                List.of(new NodeEvent.AddressesApplied.Failure(driver.placed(0), "EACCES")));
    }

    private NodeEvent added() {
        return new NodeEvent.AddressesApplied(driver.status().id(), List.of(driver.placed(0)), List.of());
    }

    private Action addition() {
        return new Action.ChangeAddresses(driver.status().id(), List.of(), List.of(driver.placed(0)));
    }

    @Test
    void isReportedOnceAndTriedAgainAtGrowingIntervals() {
        becomeMaster();
        assertThat(driver.logOf(failed()))
                .containsExactly("(VI_1) 192.0.2.100/32 cannot be added: EACCES; trying again until it can");

        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            waits.add(driver.untilDeadline().toMillis());
            assertThat(driver.fire()).containsExactly(addition());
            assertThat(driver.logOf(failed())).isEmpty();
        }
        assertThat(waits).containsExactly(1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 32_000L, 60_000L,
                60_000L);
        assertThat(driver.state()).isEqualTo(VrrpStateName.MASTER);
    }

    @Test
    void isAnnouncedOnceItIsThere() {
        becomeMaster();
        driver.on(failed());
        driver.fire();

        assertThat(driver.on(added()))
                .containsExactly(new Action.AnnounceOne(driver.status().id(), driver.placed(0), 5));
        assertThat(driver.untilDeadline()).isGreaterThan(Duration.ofSeconds(100));
    }

    @Test
    void isTriedAgainWhenItsInterfaceChanges() {
        becomeMaster();
        driver.on(failed());
        driver.wait(Duration.ofMillis(500)).on(new NodeEvent.LinkChanged(NodeDriver.ETH0));

        assertThat(driver.untilDeadline()).isZero();
        assertThat(driver.fire()).containsExactly(addition());
    }

    @Test
    void isTriedAgainWhenAnotherAddressAppears() { // as a link-local one does when IPv6 is switched on
        becomeMaster();
        driver.on(failed());
        driver.wait(Duration.ofMillis(500)).on(new NodeEvent.AddressAdded(2, Prefix.literal("fe80::7/64")));

        assertThat(driver.fire()).containsExactly(addition());
    }

    @Test
    void doesNotFollowAStormOfChanges() {
        becomeMaster();
        driver.on(failed());
        int attempts = 0;
        for (int i = 0; i < 1_000; i++) {
            driver.wait(Duration.ofMillis(1)).on(new NodeEvent.LinkChanged(NodeDriver.ETH0));
            if (driver.untilDeadline().isZero()) {
                attempts++;
                driver.fire();
                driver.on(failed());
            }
        }
        assertThat(attempts).isEqualTo(10);
    }

    @Test
    void anotherInterfaceDoesNotMatter() {
        becomeMaster();
        driver.on(failed());
        driver.wait(Duration.ofMillis(500)).on(new NodeEvent.LinkChanged(NodeDriver.ETH1));

        assertThat(driver.untilDeadline()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void somebodyElseMayAddIt() {
        becomeMaster();
        driver.on(failed());

        assertThat(driver.on(new NodeEvent.AddressAdded(2, VIP)))
                .containsExactly(new Action.AnnounceOne(driver.status().id(), driver.placed(0), 5));
        assertThat(driver.untilDeadline()).isGreaterThan(Duration.ofSeconds(100));
    }

    @Test
    void isForgottenWithTheMastership() {
        becomeMaster();
        driver.on(failed());
        driver.on(driver.advert(driver.node.spec().instances().getFirst(), "192.0.2.2", 200));

        assertThat(driver.state()).isEqualTo(VrrpStateName.BACKUP);
        assertThat(driver.untilDeadline()).isGreaterThan(Duration.ofSeconds(100));
    }

    /// It was not there before, so nobody deleted it.
    @Test
    void aResyncThatLacksItIsNoReasonToGiveUp() {
        becomeMaster();
        driver.on(failed());
        var kernel = new NodeEvent.Resynced(List.of(NodeDriver.ETH0, NodeDriver.ETH1),
                List.of(new NodeEvent.AddressAdded(2, NodeDriver.OWN),
                        new NodeEvent.AddressAdded(2, Prefix.literal("192.0.2.101"))));

        assertThat(driver.wait(Duration.ofSeconds(1).minusNanos(1)).on(kernel)).isEmpty();
        assertThat(kinds(driver.fire())).containsExactly("ChangeAddresses");
        driver.on(failed());
        assertThat(driver.state()).isEqualTo(VrrpStateName.MASTER);
    }

    @Test
    void oneThatIsNoLongerConfiguredIsNotTried() {
        becomeMaster();
        driver.on(failed());
        driver.on(new NodeEvent.ReloadCommitted(NodeSpec.of(List.of(quiet()
                .addresses("192.0.2.101").spec()))));

        assertThat(driver.fire()).isEmpty();
        assertThat(driver.untilDeadline()).isGreaterThan(Duration.ofSeconds(100));
    }

    @Test
    void nothingIsTriedAfterTheEnd() {
        becomeMaster();
        driver.on(failed());
        driver.on(new NodeEvent.StopRequested(false));

        assertThat(driver.node.nextDeadline()).isEmpty();
    }
}
