package io.holdfast.daemon.process;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/// Local time as the two log formats spell it. Names are English in every locale, as log readers expect, and no
/// formatter is built for them, which would cost more than all else at start.
final class LogClock {
    private static final String DAYS = "MonTueWedThuFriSatSun";
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private final ZoneId zone = ZoneId.systemDefault();
    private final StringBuilder text = new StringBuilder(24);

    /// `Sat Nov 21 00:31:18 2026`
    String console(long epochMillis) {
        LocalDateTime time = at(epochMillis);
        text.setLength(0);
        int day = (time.getDayOfWeek().getValue() - 1) * 3;
        text.append(DAYS, day, day + 3).append(' ');
        return monthToSecond(time).append(' ').append(time.getYear()).toString();
    }

    /// `Nov 21 00:31:18` (RFC 3164 section 4.1.2)
    String syslog(long epochMillis) {
        text.setLength(0);
        return monthToSecond(at(epochMillis)).toString();
    }

    private LocalDateTime at(long epochMillis) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(epochMillis), zone);
    }

    private StringBuilder monthToSecond(LocalDateTime time) {
        int month = (time.getMonthValue() - 1) * 3;
        text.append(MONTHS, month, month + 3).append(time.getDayOfMonth() < 10 ? "  " : " ")
                .append(time.getDayOfMonth());
        two(' ', time.getHour());
        two(':', time.getMinute());
        two(':', time.getSecond());
        return text;
    }

    private void two(char before, int number) {
        text.append(before).append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
