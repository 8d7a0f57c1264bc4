package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Timeline<String> timeline = new Timeline<>();

    @Test
    void whatIsAwaitedMayComeLater() {
        Thread.ofPlatform().start(() -> timeline.add("wanted"));
        assertThat(timeline.expect("it", 0, "wanted"::equals, LONG)).isEqualTo("wanted");
    }

    @Test
    void aPositionLeavesOutWhatCameBefore() {
        timeline.add("before");
        int position = timeline.position();
        timeline.add("after");
        assertThat(timeline.from(position)).containsExactly("after");
        assertThat(timeline.await(position, "before"::equals, Duration.ZERO)).isEmpty();
    }

    @Test
    void theEndIsToldAtOnce() {
        timeline.add("something else");
        timeline.end();
        assertThatThrownBy(() -> timeline.expect("a wonder", 0, "wonder"::equals, LONG))
                .isInstanceOf(AssertionError.class).hasMessageContainingAll("a wonder", "something else");
    }

    @Test
    void reportsOfTheKernelAreRead() {
        var at = LocalDateTime.parse("2026-01-02T03:04:05.678901").atZone(ZoneId.systemDefault()).toInstant();
        String line = "3: eth0    inet 10.99.0.100/32 scope global eth0\\       valid_lft forever";
        assertThat(AddressWatch.parse("[2026-01-02T03:04:05.678901] " + line))
                .contains(new AddressWatch.Change(at, true, "10.99.0.100", "eth0"));
        assertThat(AddressWatch.parse("[2026-01-02T03:04:05.678901] Deleted " + line))
                .contains(new AddressWatch.Change(at, false, "10.99.0.100", "eth0"));
        assertThat(AddressWatch.parse("Timestamp: something else")).isEmpty();
    }
}
