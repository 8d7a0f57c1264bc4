package io.holdfast.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.MacAddress;
import io.holdfast.base.Prefix;
import io.holdfast.vrrp.GarpSpec;
import io.holdfast.vrrp.Specs;
import io.holdfast.vrrp.VirtualAddress;
import io.holdfast.vrrp.VrrpSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Announcements that are kept apart (`vrrp.md` 4.3).
class AnnouncerTest {
    private static final Duration GAP = Duration.ofMillis(100);
    private static final PacingSpec ARP = new PacingSpec(GAP, Duration.ZERO, List.of());
    private static final VrrpSpec SPEC = quiet().spec();

    private static Specs quiet() {
        return quiet(5);
    }

    /// Nothing but the burst on becoming master, and advertisements that come rarely.
    private static Specs quiet(int rounds) {
        return Specs.vrrp().interval(Duration.ofSeconds(200))
                .garp(new GarpSpec(rounds, Duration.ZERO, Duration.ZERO, 1, 5, Duration.ZERO));
    }

    private static NodeDriver master(PacingSpec pacing, VrrpSpec... instances) {
        NodeDriver driver = new NodeDriver(NodeSpec.of(List.of(instances)).pacing(pacing));
        driver.start();
        return driver;
    }

    /// What is announced, with the milliseconds since the first moment.
    private static List<String> announced(NodeDriver driver, int deadlines) {
        List<String> announced = new ArrayList<>();
        List<Action> actions = driver.fire();
        long start = driver.now.nanos();
        for (int i = 1; true; i++) {
            for (Action action : actions) {
                String what = action instanceof Action.AnnounceOne(var id, var placed, int rounds)
                        ? " " + id + " " + placed.address().address() + " x" + rounds
                        : action instanceof Action.Announce(var id, int rounds) ? " " + id + " all x" + rounds : "";
                if (!what.isEmpty()) {
                    announced.add((driver.now.nanos() - start) / 1_000_000 + what);
                }
            }
            if (i == deadlines || driver.untilDeadline().compareTo(Duration.ofSeconds(100)) > 0) {
                return announced;
            }
            actions = driver.fire();
        }
    }

    private static VirtualAddress on(String device, String address) {
        return VirtualAddress.plain(Prefix.literal(address), device);
    }

    @Test
    void withoutAGapAllGoAtOnce() {
        assertThat(announced(master(PacingSpec.NONE, SPEC), 1)).containsExactly("0 VI_1 all x5");
    }

    @Test
    void theFirstGoesAtOnceAndTheRestInTurn() {
        assertThat(announced(master(ARP, SPEC), 20)).containsExactly(
                "0 VI_1 192.0.2.100 x1", "100 VI_1 192.0.2.101 x1",
                "200 VI_1 192.0.2.100 x1", "300 VI_1 192.0.2.101 x1",
                "400 VI_1 192.0.2.100 x1", "500 VI_1 192.0.2.101 x1",
                "600 VI_1 192.0.2.100 x1", "700 VI_1 192.0.2.101 x1",
                "800 VI_1 192.0.2.100 x1", "900 VI_1 192.0.2.101 x1");
    }

    @Test
    void theGapIsOfOneFamily() {
        VrrpSpec both = quiet().addresses("192.0.2.100").excluded("2001:db8::5").spec();
        assertThat(announced(master(ARP, both), 3)).containsExactly("0 VI_1 2001:db8::5 x5", "0 VI_1 192.0.2.100 x1",
                "100 VI_1 192.0.2.100 x1", "200 VI_1 192.0.2.100 x1");
        PacingSpec na = new PacingSpec(Duration.ZERO, GAP, List.of());
        assertThat(announced(master(na, both), 2)).containsExactly("0 VI_1 192.0.2.100 x5", "0 VI_1 2001:db8::5 x1",
                "100 VI_1 2001:db8::5 x1");
    }

    @Test
    void interfacesHaveTheirOwnGap() {
        VrrpSpec two = quiet().addresses(List.of(on("eth0", "192.0.2.100"), on("eth1", "192.0.2.101"))).spec();
        assertThat(announced(master(ARP, two), 2)).containsExactly("0 VI_1 192.0.2.100 x1", "0 VI_1 192.0.2.101 x1",
                "100 VI_1 192.0.2.100 x1", "100 VI_1 192.0.2.101 x1");
    }

    @Test
    void aGroupSharesItsGapAndLeavesTheGeneralOneToOthers() {
        VrrpSpec two = quiet().addresses(List.of(on("eth0", "192.0.2.100"), on("eth1", "192.0.2.101"))).spec();
        PacingSpec group = new PacingSpec(Duration.ofSeconds(9), Duration.ZERO,
                List.of(new PacingSpec.Group(List.of("eth0", "eth1"), GAP, Duration.ZERO)));
        assertThat(announced(master(group, two), 3)).containsExactly("0 VI_1 192.0.2.100 x1",
                "100 VI_1 192.0.2.101 x1", "200 VI_1 192.0.2.100 x1");
        PacingSpec naOnly = new PacingSpec(GAP, Duration.ZERO,
                List.of(new PacingSpec.Group(List.of("eth0"), Duration.ZERO, GAP)));
        assertThat(announced(master(naOnly, two), 2)).containsExactly("0 VI_1 192.0.2.100 x5",
                "0 VI_1 192.0.2.101 x1", "100 VI_1 192.0.2.101 x1");
    }

    @Test
    void theGapLastsBeyondTheQueue() {
        NodeDriver driver = master(ARP, quiet(1).addresses("192.0.2.100").spec());
        assertThat(announced(driver, 1)).hasSize(1);
        driver.on(new NodeEvent.AddressRemoved(2, Prefix.literal("192.0.2.100")));
        NodeEvent back = new NodeEvent.AddressesApplied(driver.status().id(), List.of(driver.placed(0)), List.of());

        assertThat(driver.wait(Duration.ofMillis(30)).on(back)).isEmpty();
        assertThat(driver.untilDeadline()).isEqualTo(Duration.ofMillis(70));
        assertThat(driver.fire()).containsExactly(new Action.AnnounceOne(driver.status().id(), driver.placed(0), 1));
    }

    @Test
    void roundsThatWaitAreNotAddedTo() {
        NodeDriver driver = master(ARP, quiet().addresses("192.0.2.100").spec());
        announced(driver, 1);
        driver.wait(Duration.ofMillis(50)).on(driver.advert(SPEC, "192.0.2.2", 50)); // announces five rounds again
        int frames = 0;
        while (driver.untilDeadline().compareTo(Duration.ofSeconds(1)) < 0) {
            frames += (int) driver.fire().stream().filter(Action.AnnounceOne.class::isInstance).count();
        }
        assertThat(frames).isEqualTo(5);
    }

    @Test
    void anotherHardwareAddressIsAnnounced() {
        NodeDriver driver = master(PacingSpec.NONE, SPEC);
        driver.fire();
        Link changed = new Link(2, "eth0", Optional.of(new MacAddress(0x02_00_00_00_77_77L)), 1500, true, true, true,
                false);
        List<Action> actions = driver.on(new NodeEvent.LinkChanged(changed));

        assertThat(NodeDriver.kinds(actions)).containsExactly("Prepare", "AnnounceOne", "AnnounceOne");
        assertThat(actions.getLast()).isEqualTo(new Action.AnnounceOne(driver.status().id(), driver.placed(1), 5));
        assertThat(driver.placed(1).announcer()).isEqualTo(changed.mac());
        assertThat(driver.on(new NodeEvent.LinkChanged(changed))).isEmpty();
    }

    @Test
    void aBackupAnnouncesNothing() {
        NodeDriver driver = master(PacingSpec.NONE, SPEC);
        Link changed = new Link(2, "eth0", Optional.of(new MacAddress(0x02_00_00_00_77_77L)), 1500, true, true, true,
                false);
        assertThat(NodeDriver.kinds(driver.on(new NodeEvent.LinkChanged(changed)))).containsExactly("Prepare");
    }

    @Test
    void whatWaitsEndsWithTheMastership() {
        NodeDriver driver = master(ARP, SPEC);
        announced(driver, 1);
        driver.on(driver.advert(SPEC, "192.0.2.2", 200));

        assertThat(driver.fire()).isEmpty();
        assertThat(driver.untilDeadline()).isGreaterThan(Duration.ofSeconds(100));
    }

    @Test
    void aReloadGoesOnWithTheNewGap() {
        NodeDriver driver = master(ARP, quiet().addresses("192.0.2.100").spec());
        announced(driver, 1);
        NodeSpec changed = driver.node.spec().pacing(new PacingSpec(Duration.ofSeconds(1), GAP, List.of()));
        List<Action> first = driver.on(new NodeEvent.ReloadCommitted(changed));
        assertThat(first).containsExactly(new Action.AnnounceOne(driver.status().id(), driver.placed(0), 1));
        assertThat(driver.untilDeadline()).isEqualTo(Duration.ofSeconds(1));
        assertThat(driver.on(new NodeEvent.ReloadCommitted(changed.pacing(PacingSpec.NONE))))
                .containsExactly(new Action.AnnounceOne(driver.status().id(), driver.placed(0), 3));
    }
}
