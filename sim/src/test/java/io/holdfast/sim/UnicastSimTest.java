package io.holdfast.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnicastSimTest {

    private static Instance mesh(int priority, String... peers) {
        return Instance.vrid(51).priority(priority).address("10.0.0.100").peers(peers);
    }

    @Test
    void threePeersElectAndFailOver() {
        Seeds.each(seed -> {
            var sim = Simulation.seeded(seed)
                    .node("one", mesh(200, "10.0.0.2", "10.0.0.3"))
                    .node("two", mesh(150, "10.0.0.1", "10.0.0.3").ttl(64))
                    .node("three", mesh(100, "10.0.0.1", "10.0.0.2"));
            sim.settle();
            assertEquals(Set.of("one"), sim.masters(), sim::replay);
            sim.host("one").kill();
            sim.settle();
            assertEquals(Set.of("two"), sim.masters(), sim::replay);
            sim.host("one").start();
            sim.settle();
            assertEquals(List.of("one"), sim.holders("10.0.0.100"), sim::replay);
            sim.stayCalmFor(Duration.ofSeconds(10));
        });
    }

    /// One VRID, several virtual routers: told apart by their peers (`vrrp.md` 2.1). The machine in the middle is
    /// weaker on one side and stronger on the other.
    @Test
    void disjointPeersOfOneVridElectApart() {
        Seeds.each(seed -> {
            Instance left = Instance.vrid(51).named("left").address("10.0.0.100");
            Instance right = Instance.vrid(51).named("right").address("10.0.0.101");
            var sim = Simulation.seeded(seed)
                    .node("one", left.priority(200).onlyPeers("10.0.0.2"))
                    .node("middle",
                            Instance.vrid(51).named("left").address("10.0.0.100").priority(100).onlyPeers("10.0.0.1"),
                            Instance.vrid(51).named("right").address("10.0.0.101").priority(100).onlyPeers("10.0.0.3"))
                    .node("three", right.priority(50).onlyPeers("10.0.0.2"));
            sim.settle();
            assertEquals(Set.of("one"), sim.masters("left"), sim::replay);
            assertEquals(Set.of("middle"), sim.masters("right"), sim::replay);
            sim.host("one").stop();
            sim.settle();
            assertEquals(List.of("middle"), sim.holders("10.0.0.100"), sim::replay);
            sim.host("middle").kill();
            sim.settle();
            assertEquals(Set.of("three"), sim.masters("right"), sim::replay);
        });
    }

    /// A packet for one machine reaches no other: each pair has a master of its own, in the same network.
    @Test
    void groupsOfPeersDoNotHearEachOther() {
        Seeds.each(seed -> {
            var sim = Simulation.seeded(seed)
                    .node("a", mesh(200, "10.0.0.2")).node("b", mesh(100, "10.0.0.1"))
                    .node("c", Instance.vrid(51).priority(200).address("10.0.0.101").peers("10.0.0.4"))
                    .node("d", Instance.vrid(51).priority(100).address("10.0.0.101").peers("10.0.0.3"));
            sim.settle();
            assertEquals(Set.of("a", "c"), sim.masters(), sim::replay);
            sim.stayCalmFor(Duration.ofSeconds(10));
        });
    }

    /// By multicast and by unicast the same VRID is another virtual router.
    @Test
    void multicastAndUnicastElectApart() {
        Seeds.each(seed -> {
            var sim = Simulation.seeded(seed)
                    .node("one", mesh(200, "10.0.0.2"), Instance.vrid(51).named("group").address("10.0.0.101"))
                    .node("two", mesh(100, "10.0.0.1"),
                            Instance.vrid(51).named("group").priority(150).address("10.0.0.101"));
            sim.settle();
            assertEquals(Set.of("one"), sim.masters("VI_51"), sim::replay);
            assertEquals(Set.of("two"), sim.masters("group"), sim::replay);
        });
    }
}
