package io.holdfast.vrrp;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.fuzz.FuzzTarget;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AdvertWireFuzzTest {
    private static final FuzzTarget TARGET =
            new FuzzTarget(AdvertWireFuzz.class, AdvertWireFuzz::fuzzerTestOneInput);

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
