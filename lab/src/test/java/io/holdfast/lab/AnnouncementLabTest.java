package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.lab.wire.Packet;
import io.holdfast.lab.wire.Packet.Arp;
import io.holdfast.lab.wire.Packet.NeighbourAdvert;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How and when addresses are announced (`vrrp.md` 1.10, 4.3), by Holdfast and by keepalived.
@Tag("lab")
class AnnouncementLabTest {
    private static final String OTHER_VIP = "10.99.0.101";
    private static final String VIP6 = "fd00:99::100";
    /// A frame that waited for a busy machine comes closer to the next, whose turn is counted from its own.
    private static final double EARLY = 0.1;

    /// Holdfast alone: keepalived 2.2.7 forgets all rounds but one of what it cannot send at once.
    @Test
    void framesKeepTheirGapAndTakeTurns() {
        Instance instance = Solo.FIRST.vip(Cell.VIP, OTHER_VIP).with("garp_master_repeat 3", "garp_master_delay 0");
        try (Solo solo = Solo.open()) {
            solo.start("global_defs {\n    vrrp_garp_interval 0.15\n}\n" + instance.text());
            List<Packet> seen = collect(solo, 6);
            assertThat(seen).extracting(AnnouncementLabTest::target)
                    .containsExactly(Cell.VIP, OTHER_VIP, Cell.VIP, OTHER_VIP, Cell.VIP, OTHER_VIP);
            for (int i = 1; i < seen.size(); i++) {
                assertThat(seconds(seen.get(i - 1), seen.get(i))).as("gap before frame %d of %s", i, seen)
                        .isBetween(0.15 - EARLY, 0.15 + Cell.LATE);
            }
        }
    }

    /// A burst, and another one after the delay; each advertisement of a neighbour comes from the address itself.
    @ParameterizedTest
    @EnumSource
    void ipv6AddressesAreAdvertisedToAllNodesTwice(Software software) {
        Instance instance = Solo.FIRST.with("garp_master_repeat 2", "garp_master_delay 1",
                "virtual_ipaddress_excluded {", VIP6 + "/64", "}");
        try (Solo solo = Solo.open(software)) {
            solo.start(instance.text());
            List<Packet> seen = new ArrayList<>();
            int position = 0;
            while (seen.size() < 4) {
                NeighbourAdvert advert = (NeighbourAdvert) solo.wire.expectAnnouncement(VIP6, position, Cell.PATIENCE);
                position = solo.wire.packets().all().indexOf(advert) + 1;
                assertThat(advert.envelope().source()).isEqualTo(VIP6);
                assertThat(advert.flags()).isEqualTo(0x20);
                seen.add(advert);
            }
            assertThat(seconds(seen.get(0), seen.get(1))).isLessThan(0.5);
            assertThat(seconds(seen.get(1), seen.get(2))).isBetween(0.5, 1 + Cell.LATE);
        }
    }

    private static List<Packet> collect(Solo solo, int frames) {
        solo.wire.packets().expect(frames + " gratuitous ARP frames", 0,
                _ -> gratuitous(solo).size() >= frames, Cell.PATIENCE);
        return gratuitous(solo).subList(0, frames);
    }

    private static List<Packet> gratuitous(Solo solo) {
        return solo.wire.packets().all().stream()
                .filter(packet -> packet instanceof Arp arp && arp.isUnsolicited() && isVirtual(arp)).toList();
    }

    private static boolean isVirtual(Arp arp) {
        return arp.sender().equals(Cell.VIP) || arp.sender().equals(OTHER_VIP);
    }

    private static String target(Packet packet) {
        return ((Arp) packet).sender();
    }

    private static double seconds(Packet earlier, Packet later) {
        return Duration.between(earlier.at(), later.at()).toNanos() / 1e9;
    }
}
