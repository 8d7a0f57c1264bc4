package io.holdfast.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class Ipv6SimTest {
    private static final String ADDRESS = "2001:db8::100";

    private static Instance with(int priority) {
        return Instance.vrid(51).v6().priority(priority).address("fe80::100/64").address(ADDRESS + "/64");
    }

    @Test
    void electsAnnouncesAndFailsOver() {
        Seeds.each(seed -> {
            var sim = Simulation.seeded(seed).node("strong", with(200)).node("weak", with(100));
            sim.settle();
            assertEquals(List.of("strong"), sim.holders("fe80::100"), sim::replay);
            assertEquals(Optional.of("strong"), sim.reached(ADDRESS), sim::replay);
            sim.host("strong").kill();
            sim.settle();
            assertEquals(Optional.of("weak"), sim.reached(ADDRESS), sim::replay);
            sim.host("strong").start();
            sim.settle();
            assertEquals(List.of("strong"), sim.holders(ADDRESS), sim::replay);
        });
    }

    /// Of equals the higher link-local address stays.
    @Test
    void equalsAreToldApartByTheirAddress() {
        Seeds.each(seed -> {
            var sim = Simulation.seeded(seed).node("lower", with(100)).node("higher", with(100));
            sim.cut("lower", "higher");
            sim.runFor(Duration.ofSeconds(5));
            sim.heal();
            sim.settle();
            assertEquals(Set.of("higher"), sim.masters(), sim::replay);
        });
    }

    @Test
    void peersElectByUnicast() {
        Seeds.each(seed -> {
            var sim = Simulation.seeded(seed)
                    .node("strong", with(200).ttl(1).onlyPeers("fe80::2"))
                    .node("weak", with(100).onlyPeers("fe80::1"));
            sim.settle();
            assertEquals(Set.of("strong"), sim.masters(), sim::replay);
            sim.host("strong").stop();
            sim.settle();
            assertEquals(Set.of("weak"), sim.masters(), sim::replay);
        });
    }

    /// One VRID in both families is two virtual routers, each with a master of its own.
    @Test
    void familiesElectApart() {
        Seeds.each(seed -> {
            var sim = Simulation.seeded(seed)
                    .node("one", with(200).named("six"), Instance.vrid(51).v3().priority(100).address("10.0.0.100"))
                    .node("two", with(100).named("six"), Instance.vrid(51).v3().priority(200).address("10.0.0.100"));
            sim.settle();
            assertEquals(Set.of("one"), sim.masters("six"), sim::replay);
            assertEquals(Set.of("two"), sim.masters("VI_51"), sim::replay);
        });
    }
}
