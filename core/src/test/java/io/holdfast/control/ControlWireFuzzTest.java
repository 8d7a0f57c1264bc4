package io.holdfast.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.fuzz.FuzzTarget;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ControlWireFuzzTest {
    private static final FuzzTarget TARGET =
            new FuzzTarget(ControlWireFuzz.class, ControlWireFuzz::fuzzerTestOneInput);

    @Test
    void seedsAreReadOrRefused() {
        assertThat(TARGET.replaySeeds()).isPositive();
    }

    @Test
    @Tag("fuzz")
    void anyBytesAreReadOrRefused() {
        TARGET.fuzz(FuzzTarget.time());
    }
}
