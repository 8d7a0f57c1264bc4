package io.holdfast.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.control.ControlRequest.Events;
import io.holdfast.control.ControlRequest.Status;
import io.holdfast.control.ControlRequest.Unknown;
import io.holdfast.control.ControlRequest.Upgrade;
import io.holdfast.control.ControlRequest.Why;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlRequestTest {

    static Stream<ControlRequest> requests() {
        return Stream.of(new Status(), new Upgrade(Optional.empty()), new Upgrade(Optional.of("/opt/holdfast")),
                new Upgrade(Optional.of("/opt/hold fast/2 ")), new Why(1, Optional.empty()),
                new Why(7, Optional.of("VI 1")), new Events(0, false), new Events(1_700_000_000_000L, true));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void readsWhatItWrote(ControlRequest request) {
        assertThat(ControlRequest.parse(request.line())).isEqualTo(request);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "status now", " status", "STATUS", "upgrade image", "upgrade ./image", "stop",
        "why", "why VI_1", "why 0", "why 0 VI_1", "events", "events now", "follow",
        "\0"})
    void anythingElseIsRefusedWithAReason(String line) {
        assertThat(ControlRequest.parse(line)).isInstanceOf(Unknown.class);
    }

    @Test
    void aRelativeImageIsNamed() {
        assertThat(ControlRequest.parse("upgrade image"))
                .isEqualTo(new Unknown("the image must be an absolute path, not \"image\""));
    }
}
