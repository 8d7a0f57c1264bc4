package io.holdfast.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.fuzz.FuzzTarget;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReceivePathFuzzTest {
    private static final FuzzTarget TARGET =
            new FuzzTarget(ReceivePathFuzz.class, ReceivePathFuzz::fuzzerTestOneInput);

    @Test
    void seedsBreakNoRule() {
        assertThat(TARGET.replaySeeds()).isPositive();
    }

    @Test
    @Tag("fuzz")
    void noPacketBreaksARule() {
        TARGET.fuzz(FuzzTarget.time());
    }
}
