package io.holdfast.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartitionSimTest {

    /// Cut apart, both must serve; healed, only the stronger may. Two seconds: one advert interval for the weaker to
    /// hear the stronger, and one to spare.
    @Test
    void healedPartitionKeepsTheStrongerMasterOnly() {
        Seeds.each(seed -> {
            var sim = Simulation.seeded(seed).node("strong", 200).node("weak", 100);
            sim.cut("strong", "weak");
            sim.runFor(Duration.ofSeconds(5));
            assertEquals(Set.of("strong", "weak"), sim.masters(), sim::replay);

            sim.heal();
            sim.runFor(Duration.ofSeconds(2));
            assertEquals(Set.of("strong"), sim.masters(), sim::replay);
            assertEquals(List.of("strong"), sim.holders("10.0.0.100"), sim::replay); // no address left behind
            sim.settle();
            sim.stayCalmFor(Duration.ofSeconds(20));
        });
    }
}
