package io.holdfast.node;

import static io.holdfast.node.NodeDriver.kinds;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.IpAddress;
import io.holdfast.base.MacAddress;
import io.holdfast.base.Prefix;
import io.holdfast.vrrp.Cause.Trigger;
import io.holdfast.vrrp.Delivery;
import io.holdfast.vrrp.OldChecksum;
import io.holdfast.vrrp.OutgoingAdvert;
import io.holdfast.vrrp.Peer;
import io.holdfast.vrrp.Specs;
import io.holdfast.vrrp.VirtualAddress;
import io.holdfast.vrrp.VrrpCounter;
import io.holdfast.vrrp.VrrpSpec;
import io.holdfast.vrrp.VrrpStateName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// Instances that use IPv6 or unicast: what they send from, what they hear, what they lack.
class DeliveryTest {
    private static final IpAddress A = IpAddress.literal("192.0.2.1");
    private static final IpAddress B = IpAddress.literal("192.0.2.2");
    private static final String GROUP_V6 = "ff02::12";
    private static final VrrpSpec V6 = Specs.v6().spec();
    private static final VrrpSpec TO_B = Specs.v3().unicast("192.0.2.2").spec();

    private static NodeEvent.AddressAdded added(String prefix) {
        return new NodeEvent.AddressAdded(2, Prefix.literal(prefix));
    }

    private static NodeDriver ipv6(String... addresses) {
        NodeDriver driver = new NodeDriver(V6);
        driver.start(addresses);
        return driver;
    }

    private static NodeDriver started(VrrpSpec... instances) {
        NodeDriver driver = new NodeDriver(instances);
        driver.start();
        return driver;
    }

    private static NodeEvent.LinkChanged eth0(boolean up) {
        return new NodeEvent.LinkChanged(NodeDriver.link(2, "eth0", up));
    }

    // ---- IPv6

    @Test
    void ipv6IsSentFromTheFirstLinkLocalAddressThatIsNotVirtual() {
        NodeDriver driver = ipv6("2001:db8::1/64", "fe80::100/64", "fe80::1/64", "fe80::2/64");

        InstancePlan plan = driver.status().plan().orElseThrow();
        assertThat(plan.source()).hasToString("fe80::1");
        assertThat(plan.destinations()).containsExactly(IpAddress.literal(GROUP_V6));
        assertThat(plan.local()).hasToString(GROUP_V6);
    }

    @Test
    void ipv6NeedsALinkLocalAddressUnlessOneIsConfigured() {
        NodeDriver driver = ipv6("2001:db8::1/64");

        assertThat(driver.state()).isEqualTo(VrrpStateName.FAULT);
        assertThat(driver.status().faults()).containsExactly("interface eth0 has no address to send from");
        assertThat(kinds(driver.on(added("fe80::1/64")))).containsExactly("Prepare", "Notify BACKUP");
        assertThat(started(Specs.v6().source("2001:db8::1").spec()).state()).isEqualTo(VrrpStateName.BACKUP);
    }

    @Test
    void atEqualPriorityTheHigherIpv6AddressWins() {
        NodeDriver driver = ipv6("fe80::5/64");
        driver.fire();
        driver.wait(Duration.ofMillis(100));

        assertThat(kinds(driver.on(driver.advert(V6, "fe80::4", 100)))).startsWith("SendAdvert 100");
        assertThat(driver.state()).isEqualTo(VrrpStateName.MASTER);
        assertThat(kinds(driver.on(driver.advert(V6, "fe80::6", 100))))
                .containsExactly("RemoveAddresses", "Notify BACKUP");
        assertThat(driver.status().cause().orElseThrow().trigger()).isEqualTo(Trigger.HIGHER_ADDRESS);
    }

    @Test
    void aRepeatedAdvertisementOverIpv6ReArmsTheTimer() {
        NodeDriver driver = ipv6("fe80::5/64");
        for (int i = 0; i < 3; i++) {
            driver.wait(Duration.ofSeconds(1));
            assertThat(driver.on(driver.advert(V6, "fe80::6", 200))).isEmpty();
            assertThat(driver.untilDeadline()).isEqualTo(Duration.ofNanos(3_609_375_000L));
        }
        assertThat(driver.status().counters().of(VrrpCounter.ADVERTS_RECEIVED)).isEqualTo(3);
        NodeEvent.PacketReceived sent = (NodeEvent.PacketReceived) driver.advert(V6, "fe80::6", 200);
        driver.on(new NodeEvent.PacketReceived(2, sent.source(), sent.destination(), 254, sent.packet()));
        assertThat(driver.status().counters().of(VrrpCounter.TTL_ERRORS)).isEqualTo(1);
    }

    @Test
    void theTwoFamiliesAreTwoVirtualRouters() {
        NodeDriver driver = new NodeDriver(Specs.vrrp().name("v4").spec(), Specs.v6().name("v6").spec());
        driver.start("fe80::5/64");

        driver.on(driver.advert(V6, "fe80::6", 200));

        assertThat(driver.node.status().get(0).counters().of(VrrpCounter.ADVERTS_RECEIVED)).isZero();
        assertThat(driver.node.status().get(1).counters().of(VrrpCounter.ADVERTS_RECEIVED)).isEqualTo(1);
    }

    @Test
    void excludedAddressesMayBeOfTheOtherFamily() {
        NodeDriver driver = started(Specs.vrrp().excluded("2001:db8::9/64").spec());
        driver.fire();

        assertThat(driver.status().plan().orElseThrow().addresses().getLast().address().address())
                .hasToString("2001:db8::9");
        driver.on(new NodeEvent.AddressRemoved(2, Prefix.literal("2001:db8::9/64")));
        assertThat(driver.status().state().name()).isEqualTo(VrrpStateName.MASTER);
    }

    // ---- unicast

    @Test
    void unicastGoesToEachPeerAndIsHeardAtTheSource() {
        NodeDriver driver = started(Specs.v3().unicast("192.0.2.2", "192.0.2.3").spec());

        InstancePlan plan = driver.status().plan().orElseThrow();
        assertThat(plan.destinations()).containsExactly(B, IpAddress.literal("192.0.2.3"));
        assertThat(plan.local()).isEqualTo(A);
        driver.on(driver.advert(TO_B, "192.0.2.2", "192.0.2.1", 200));
        driver.on(driver.advert(Specs.v3().spec(), "192.0.2.2", 200));
        assertThat(driver.status().counters().of(VrrpCounter.ADVERTS_RECEIVED)).isEqualTo(1);
    }

    @Test
    void instancesWithOneVridAreToldApartByTheirPeers() {
        NodeDriver driver = started(TO_B, Specs.v3().name("VI_2").unicast("192.0.2.3").spec());

        driver.on(driver.advert(TO_B, "192.0.2.3", "192.0.2.1", 200));
        driver.on(driver.advert(TO_B, "192.0.2.4", "192.0.2.1", 200));

        assertThat(driver.node.status().get(0).counters().of(VrrpCounter.ADVERTS_RECEIVED)).isZero();
        assertThat(driver.node.status().get(1).counters().of(VrrpCounter.ADVERTS_RECEIVED)).isEqualTo(1);
    }

    @Test
    void unicastNeedsNoInterface() {
        NodeDriver driver = started(Specs.v3().anywhere().source("192.0.2.7").unicast("192.0.2.2")
                .addresses(List.of(VirtualAddress.plain(Prefix.literal("10.0.0.1/32"), "eth1")))
                .spec());

        assertThat(driver.status().plan().orElseThrow().linkIndex()).isEqualTo(InstancePlan.ANY_LINK);
        assertThat(driver.on(eth0(false))).isEmpty();
        assertThat(kinds(driver.on(new NodeEvent.LinkRemoved(2)))).isEmpty();
        NodeEvent.PacketReceived packet =
                (NodeEvent.PacketReceived) driver.advert(TO_B, "192.0.2.2", "192.0.2.7", 200);
        driver.on(new NodeEvent.PacketReceived(0, packet.source(), packet.destination(), 255, packet.packet()));
        assertThat(driver.status().counters().of(VrrpCounter.ADDRESS_LIST_ERRORS)).isEqualTo(1);
        assertThat(driver.status().counters().of(VrrpCounter.ADVERTS_RECEIVED)).isEqualTo(1);
    }

    @Test
    void unicastNeedsNoMulticast() {
        NodeDriver driver = started(TO_B);

        driver.on(new NodeEvent.LinkChanged(
                new Link(2, "eth0", Optional.of(new MacAddress(1)), 1500, true, false, true, false)));

        assertThat(driver.state()).isEqualTo(VrrpStateName.BACKUP);
    }

    @Test
    void withoutPeersAnInstanceStaysInFault() {
        NodeDriver driver = started(Specs.v3().unicast().spec());

        driver.on(eth0(false));
        driver.on(eth0(true));

        assertThat(driver.state()).isEqualTo(VrrpStateName.FAULT);
        assertThat(driver.status().faults()).containsExactly("unicast_peer is empty");
    }

    @Test
    void aStrangerIsCountedAsHeardAndRefused() {
        Delivery checking = new Delivery.Unicast(List.of(Peer.anywhere(B)), OptionalInt.empty(), true,
                OldChecksum.DEFAULT);
        NodeDriver driver = started(Specs.v3().delivery(checking).spec());

        assertThat(driver.logOf(driver.advert(TO_B, "192.0.2.9", "192.0.2.1", 200)).getFirst())
                .contains("192.0.2.9 refused, because its sender is not among the unicast peers");
        assertThat(driver.status().counters().of(VrrpCounter.ADVERTS_RECEIVED)).isEqualTo(1);
        assertThat(driver.status().counters().of(VrrpCounter.UNKNOWN_SOURCES)).isEqualTo(1);
    }

    @Test
    void afterAFaultPeersLearnAgainWhereWeAre() {
        NodeDriver driver = started(TO_B);
        driver.on(eth0(false));

        List<Action> actions = driver.on(eth0(true));

        assertThat(kinds(actions)).containsExactly("Notify BACKUP", "AnnounceOne");
        Action.AnnounceOne announce = (Action.AnnounceOne) actions.getLast();
        assertThat(announce.address().address().address()).isEqualTo(A);
        assertThat(announce.rounds()).isEqualTo(1);
    }

    // ---- the source address

    @Test
    void aConfiguredSourceIsUsedWhetherOrNotItExists() {
        NodeDriver driver = started(Specs.v3().source("192.0.2.7").unicast("192.0.2.2").spec());

        assertThat(driver.status().plan().orElseThrow().source()).hasToString("192.0.2.7");
        assertThat(driver.on(new NodeEvent.AddressRemoved(2, NodeDriver.OWN))).isEmpty();
    }

    @Test
    void aTrackedSourceHasToExist() { // proposal 21
        NodeDriver driver = started(Specs.v3().trackedSource("192.0.2.7").unicast("192.0.2.2").spec());

        assertThat(driver.status().faults()).containsExactly("source address 192.0.2.7 does not exist");
        assertThat(kinds(driver.on(added("192.0.2.7/24")))).containsExactly("Notify BACKUP", "AnnounceOne");
        driver.fire();
        assertThat(kinds(driver.on(new NodeEvent.AddressRemoved(2, Prefix.literal("192.0.2.7/24")))))
                .containsExactly("SendAdvert 0", "RemoveAddresses", "Notify FAULT");
    }

    // ---- checksums of old keepalived versions

    private static NodeEvent oldAdvert(IpAddress from) {
        VrrpSpec sender = Specs.v3().unicast("192.0.2.1").spec();
        return new NodeEvent.PacketReceived(2, from, A, 255,
                OutgoingAdvert.withOldChecksum(sender, from, A, Delivery.GROUP_V4.group()).next(200, 0));
    }

    @Test
    void anOldChecksumIsAnsweredInKindFromThenOn() {
        NodeDriver driver = started(TO_B);

        List<Action> actions = driver.on(oldAdvert(B));

        assertThat(kinds(actions)).containsExactly("Prepare");
        InstancePlan plan = ((Action.Prepare) actions.getFirst()).plan();
        assertThat(plan.oldChecksum()).isTrue();
        assertThat(plan.advertTo(B).next(100, 0)).isEqualTo(
                OutgoingAdvert.withOldChecksum(TO_B, A, B, Delivery.GROUP_V4.group()).next(100, 0));
        assertThat(driver.on(oldAdvert(B))).isEmpty();
        assertThat(driver.on(eth0(true))).isEmpty();
        assertThat(driver.status().counters().of(VrrpCounter.ADVERTS_RECEIVED)).isEqualTo(2);
    }

    @Test
    void aCorrectChecksumIsAcceptedAfterAnOldOne() {
        NodeDriver driver = started(TO_B);
        driver.on(oldAdvert(B));

        driver.on(driver.advert(TO_B, "192.0.2.2", "192.0.2.1", 200));

        assertThat(driver.status().counters().of(VrrpCounter.CHECKSUM_ERRORS)).isZero();
        assertThat(driver.status().counters().of(VrrpCounter.ADVERTS_RECEIVED)).isEqualTo(2);
    }

    // ---- sockets

    @Test
    void whatCannotBeOpenedIsAFaultUntilTheInterfaceChanges() {
        NodeDriver driver = started(V6.sending(Delivery.GROUP_V6, V6.source()));
        driver.on(added("fe80::1/64"));
        InstanceId id = driver.status().id();

        assertThat(kinds(driver.on(new NodeEvent.PrepareFailed(id, "join ff02::12: ENODEV"))))
                .containsExactly("Notify FAULT");
        assertThat(driver.status().faults()).containsExactly("sockets: join ff02::12: ENODEV");
        assertThat(driver.on(added("192.0.2.8/24"))).isEmpty();
        assertThat(kinds(driver.on(eth0(true)))).containsExactly("Prepare", "Notify BACKUP");
    }

    // ---- reload

    @Test
    void anInstanceThatGetsAnotherPeerIsTheSame() {
        NodeDriver driver = started(TO_B);
        driver.fire();
        VrrpSpec changed = Specs.v3().unicast("192.0.2.3").spec();

        assertThat(kinds(driver.on(new NodeEvent.ReloadCommitted(NodeSpec.of(List.of(changed))))))
                .containsExactly("Prepare", "SendAdvert 100");
        assertThat(driver.state()).isEqualTo(VrrpStateName.MASTER);
    }

    @Test
    void aReloadTellsInstancesWithOneVridApartByTheirPeers() {
        VrrpSpec second = Specs.v3().name("VI_2").unicast("192.0.2.3").spec();
        VrrpSpec third = Specs.v3().name("VI_3").unicast("192.0.2.4").spec();
        VrrpSpec changed = Specs.v3().name("VI_2").priority(7).unicast("192.0.2.3", "192.0.2.5").spec();

        assertThat(ReloadPlan.between(NodeSpec.of(List.of(TO_B, second)), NodeSpec.of(List.of(changed, TO_B))))
                .isEqualTo(new ReloadPlan(List.of(TO_B), List.of(new ReloadPlan.Change(second, changed)), List.of(),
                        List.of()));
        assertThat(ReloadPlan.between(NodeSpec.of(List.of(TO_B, second)), NodeSpec.of(List.of(second, third))))
                .isEqualTo(new ReloadPlan(List.of(second), List.of(new ReloadPlan.Change(TO_B, third)), List.of(),
                        List.of()));
    }

    @Test
    void multicastAndUnicastAreDifferentInstances() {
        ReloadPlan plan = ReloadPlan.between(NodeSpec.of(List.of(Specs.v3().spec())), NodeSpec.of(List.of(TO_B)));

        assertThat(plan.added()).containsExactly(TO_B);
        assertThat(plan.removed()).containsExactly(Specs.v3().spec());
    }
}
