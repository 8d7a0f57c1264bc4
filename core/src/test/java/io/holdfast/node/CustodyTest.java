package io.holdfast.node;

import static io.holdfast.node.NodeDriver.kinds;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.Prefix;
import io.holdfast.vrrp.Cause.Trigger;
import io.holdfast.vrrp.Specs;
import io.holdfast.vrrp.VirtualAddress;
import io.holdfast.vrrp.VrrpSpec;
import io.holdfast.vrrp.VrrpStateName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Addresses that somebody else deletes (`vrrp.md` 4.5).
class CustodyTest {
    private static final Prefix VIP = Prefix.literal("192.0.2.100");

    private final NodeDriver driver = new NodeDriver(Specs.vrrp().spec());

    private static NodeEvent removed() {
        return new NodeEvent.AddressRemoved(2, VIP);
    }

    private void becomeMaster() {
        driver.start();
        driver.fire();
    }

    private NodeEvent applied(PlacedAddress... added) {
        return new NodeEvent.AddressesApplied(driver.status().id(), List.of(added), List.of());
    }

    private NodeEvent failed(String reason) {
        return new NodeEvent.AddressesApplied(driver.status().id(), List.of(),
                List.of(new NodeEvent.AddressesApplied.Failure(driver.placed(0), reason)));
    }

    @Test
    void aDeletedAddressIsPutBackAndAnnounced() {
        becomeMaster();

        assertThat(driver.on(removed())).containsExactly(
                new Action.ChangeAddresses(driver.status().id(), List.of(), List.of(driver.placed(0))));
        assertThat(driver.on(applied(driver.placed(0)))).containsExactly(
                new Action.AnnounceOne(driver.status().id(), driver.placed(0), 5));
        assertThat(driver.state()).isEqualTo(VrrpStateName.MASTER);
    }

    @Test
    void aLateReportOfOurOwnRemovalIsHarmless() {
        becomeMaster();
        for (int i = 0; i < 10; i++) {
            assertThat(kinds(driver.on(removed()))).containsExactly("ChangeAddresses");
            assertThat(driver.on(applied())).isEmpty();
        }
        assertThat(driver.state()).isEqualTo(VrrpStateName.MASTER);
    }

    @Test
    void theFourthTimeWithinTenSecondsItGivesUp() {
        becomeMaster();
        for (int i = 0; i < 3; i++) {
            driver.on(removed());
            assertThat(kinds(driver.on(applied(driver.placed(0))))).containsExactly("AnnounceOne");
        }
        driver.on(removed());

        assertThat(kinds(driver.on(applied(driver.placed(0)))))
                .containsExactly("AnnounceOne", "SendAdvert 0", "RemoveAddresses", "Notify BACKUP");
        assertThat(driver.untilDeadline()).isEqualTo(Duration.ofNanos(609_375_000));
        assertThat(driver.status().cause().orElseThrow().trigger()).isEqualTo(Trigger.ADDRESS_DELETED);
    }

    @Test
    void anAddressDeletedNowAndThenIsPutBackForEver() {
        becomeMaster();
        for (int i = 0; i < 10; i++) {
            driver.wait(Duration.ofSeconds(4)).on(removed());
            assertThat(kinds(driver.on(applied(driver.placed(0))))).containsExactly("AnnounceOne");
        }
    }

    @Test
    void allAddressesDeletedAtOnceCountOnceEach() {
        becomeMaster();
        for (int i = 0; i < 3; i++) {
            driver.on(removed());
            driver.on(new NodeEvent.AddressRemoved(2, Prefix.literal("192.0.2.101")));
            driver.on(applied(driver.placed(0)));
            driver.on(applied(driver.placed(1)));
        }
        assertThat(driver.state()).isEqualTo(VrrpStateName.MASTER);
    }

    @Test
    void anAddressThatCannotBePutBackEndsMastership() {
        becomeMaster();
        driver.on(removed());

        assertThat(kinds(driver.on(failed("EPERM"))))
                .containsExactly("SendAdvert 0", "RemoveAddresses", "Notify BACKUP");
    }

    @Test
    void anAddressThatCouldNotBeRemovedIsTriedAgainOnOccasion() {
        becomeMaster();
        driver.on(driver.advert(Specs.vrrp().spec(), "192.0.2.2", 200));
        driver.on(failed("EBUSY"));
        driver.on(new NodeEvent.LinkChanged(NodeDriver.link(2, "eth0", false)));

        assertThat(kinds(driver.on(new NodeEvent.LinkChanged(NodeDriver.ETH0))))
                .containsExactly("ChangeAddresses", "Notify BACKUP");
    }

    @Test
    void aBackupDoesNotCare() {
        driver.start();

        assertThat(driver.on(removed())).isEmpty();
        assertThat(driver.on(new NodeEvent.AddressAdded(2, VIP))).isEmpty();
    }

    @Test
    void anUntrackedAddressIsLeftAlone() {
        VirtualAddress untracked = new VirtualAddress(VIP, "eth0", 0, Optional.empty(), Optional.empty(),
                Optional.empty(), 0, false);
        VrrpSpec spec = Specs.vrrp().addresses(List.of(untracked)).spec();
        NodeDriver other = new NodeDriver(spec);
        other.start();
        other.fire();

        assertThat(other.on(removed())).isEmpty();
    }

    @Test
    void excludedAddressesAreKeptToo() {
        NodeDriver other = new NodeDriver(Specs.vrrp().excluded("192.0.2.120").spec());
        other.start();
        other.fire();

        assertThat(kinds(other.on(new NodeEvent.AddressRemoved(2, Prefix.literal("192.0.2.120")))))
                .containsExactly("ChangeAddresses");
    }

    @Test
    void whatGotLostUnnoticedIsFoundByAResync() {
        becomeMaster();

        assertThat(kinds(driver.on(new NodeEvent.Resynced(List.of(NodeDriver.ETH0),
                List.of(new NodeEvent.AddressAdded(2, NodeDriver.OWN), new NodeEvent.AddressAdded(2, VIP))))))
                .containsExactly("ChangeAddresses");
        assertThat(driver.state()).isEqualTo(VrrpStateName.MASTER);
    }

    @Test
    void aLinkThatVanishedUnnoticedIsFoundByAResync() {
        becomeMaster();

        assertThat(kinds(driver.on(new NodeEvent.Resynced(List.of(), List.of()))))
                .containsExactly("SendAdvert 0", "RemoveAddresses", "Notify FAULT", "Release");
    }
}
