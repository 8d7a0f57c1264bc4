package io.holdfast.daemon.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogClockTest {
    private final LogClock clock = new LogClock();

    @Test
    void theConsoleHasDayAndYear() {
        assertThat(clock.console(millis("2026-11-21T00:31:18"))).isEqualTo("Sat Nov 21 00:31:18 2026");
    }

    /// RFC 3164 section 4.1.2: a day below ten is written with a space before it.
    @Test
    void syslogPadsTheDayWithASpace() {
        assertThat(clock.syslog(millis("2026-11-21T00:31:18"))).isEqualTo("Nov 21 00:31:18");
        assertThat(clock.syslog(millis("2026-01-05T09:08:07"))).isEqualTo("Jan  5 09:08:07");
        assertThat(clock.console(millis("2026-01-05T09:08:07"))).isEqualTo("Mon Jan  5 09:08:07 2026");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void everyMonthHasItsEnglishName(int month) {
        LocalDateTime time = LocalDateTime.of(2026, month, month + 12, 23, 59, 58);
        DateTimeFormatter expected = DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy", Locale.US);
        assertThat(clock.console(millis(time.toString()))).isEqualTo(expected.format(time));
    }

    @Test
    void formatsDoNotDisturbEachOther() {
        long one = millis("2026-02-03T04:05:06");
        String first = clock.syslog(one);
        assertThat(clock.console(one)).contains(first);
        assertThat(clock.syslog(one)).isEqualTo(first);
    }

    private static long millis(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.systemDefault()).toInstant().toEpochMilli();
    }
}
