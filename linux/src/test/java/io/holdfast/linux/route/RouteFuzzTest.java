package io.holdfast.linux.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.fuzz.FuzzTarget;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RouteFuzzTest {
    private static final FuzzTarget TARGET =
            new FuzzTarget(RouteFuzz.class, RouteFuzz::fuzzerTestOneInput);

    @Test
    void seedsAreReadWithinTheirBounds() {
        assertThat(TARGET.replaySeeds()).isPositive();
    }

    @Test
    @Tag("fuzz")
    void anyBytesAreReadWithinTheirBounds() {
        TARGET.fuzz(FuzzTarget.time());
    }
}
