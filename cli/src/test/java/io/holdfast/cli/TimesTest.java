package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T11:00:00Z");

    private final Times times = new Times(Clock.fixed(NOW, ZoneId.of("Europe/Berlin")));

    @ParameterizedTest
    @CsvSource({"0s, 2026-11-21T11:00:00Z", "30s, 2026-11-21T10:59:30Z", "10m, 2026-11-21T10:50:00Z",
        "2h, 2026-11-21T09:00:00Z", "1d, 2026-11-20T11:00:00Z", "11:30, 2026-11-21T10:30:00Z",
        "11:30:05, 2026-11-21T10:30:05Z", "2026-07-01 12:00, 2026-07-01T10:00:00Z",
        "2026-07-01T12:00:30, 2026-07-01T10:00:30Z"})
    void momentsAreThoseOfThisTimeZone(String text, String moment) {
        assertThat(times.moment(text)).contains(Instant.parse(moment).toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "10", "-5m", "1.5h", "yesterday", "25:00", "2026-13-01 12:00",
        "9223372036854775807d"})
    void anythingElseIsNone(String text) {
        assertThat(times.moment(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-5, 0.000 s", "0, 0.000 s", "3609, 3.609 s", "59999, 59.999 s", "312000, 5 min 12 s",
        "10920000, 3 h 2 min", "370800000, 4 d 7 h"})
    void durationsHaveTwoUnits(long millis, String text) {
        assertThat(Times.duration(millis)).isEqualTo(text);
    }

    @Test
    void timesAreShownInThisTimeZone() {
        assertThat(times.full(NOW.toEpochMilli() + 7)).isEqualTo("2026-11-21 12:00:00.007");
        assertThat(times.ofDay(NOW.toEpochMilli() + 7)).isEqualTo("12:00:00.007");
    }
}
