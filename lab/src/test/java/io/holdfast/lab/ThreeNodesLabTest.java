package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.lab.wire.Packet.Advert;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Three nodes, three virtual routers, each node master of one: the tutorial for spreading load.
class ThreeNodesLabTest {
    private static final List<String> VIPS = List.of("10.99.0.191", "10.99.0.192", "10.99.0.193");

    @Peers
    void theAddressOfADeadNodeIsServedByExactlyOneOther(Pair pair) {
        Machine.mustRun(pair);
        try (Lab lab = Lab.open("three")) {
            List<Host> hosts = IntStream.rangeClosed(1, 3).mapToObj(n -> lab.host("n" + n, "10.99.0." + n)).toList();
            List<Daemon> daemons = Stream.of(0, 1, 2).map(n -> Daemon.start(lab, hosts.get(n),
                    n == 0 ? pair.first() : pair.second(), configuration(n))).toList();
            for (int n = 0; n < 3; n++) {
                hosts.get(n).expectHolds(VIPS.get(n), true, Cell.PATIENCE);
                expectOneHolder(hosts, VIPS.get(n));
            }
            Capture wire = lab.own(Capture.start(lab.segment()));
            daemons.getFirst().crash();
            hosts.getFirst().pullCable();
            Host heir = heir(wire, hosts);
            Host other = heir == hosts.get(1) ? hosts.get(2) : hosts.get(1);
            heir.expectHolds(VIPS.getFirst(), true, Cell.PATIENCE);
            other.expectHolds(VIPS.getFirst(), false, Cell.PATIENCE);
            assertThat(hosts.get(1).holds(VIPS.get(1))).isTrue();
            assertThat(hosts.get(2).holds(VIPS.get(2))).isTrue();
        }
    }

    /// The two that are left have the same priority. Whoever is first may stay, and where both were first the one with
    /// the greater address does: it is settled when one has spoken six times in a row.
    private static Host heir(Capture wire, List<Host> hosts) {
        int crash = wire.packets().position();
        AtomicReference<String> speaker = new AtomicReference<>("");
        AtomicInteger inARow = new AtomicInteger();
        wire.packets().expect("six adverts of one node in a row", crash, packet -> {
            if (!(packet instanceof Advert advert) || advert.vrid() != 191) {
                return false;
            }
            boolean again = advert.source().equals(speaker.getAndSet(advert.source()));
            return inARow.updateAndGet(count -> again ? count + 1 : 1) == 6;
        }, Cell.PATIENCE);
        return hosts.stream().filter(host -> host.address().equals(speaker.get())).findFirst().orElseThrow();
    }

    private static void expectOneHolder(List<Host> hosts, String vip) {
        for (Host host : hosts) {
            host.expectHolds(vip, VIPS.indexOf(vip) == hosts.indexOf(host), Cell.PATIENCE);
        }
    }

    private static String configuration(int node) {
        Stream<String> instances = IntStream.range(0, 3).mapToObj(n -> Instance.v3(0.5).vrid(191 + n)
                .priority(n == node ? 201 : 101).vip(VIPS.get(n)).text());
        return """
                global_defs {
                    router_id node%d
                    vrrp_skip_check_adv_addr
                    vrrp_garp_interval 0
                    vrrp_gna_interval 0
                }
                """.formatted(node + 1) + String.join("\n", instances.toList());
    }
}
