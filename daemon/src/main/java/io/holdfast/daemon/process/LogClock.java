package io.holdfast.daemon.process;

import io.holdfast.linux.sys.BrokenDownTime;

/// Local time as the two log formats spell it. Names are English in every locale, as log readers expect, and no
/// formatter is built for them, which would cost more than all else at start.
final class LogClock {
    private static final String DAYS = "SunMonTueWedThuFriSat";
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private final BrokenDownTime time = new BrokenDownTime();
    private final StringBuilder text = new StringBuilder(24);

    /// `Sat Nov 21 00:31:18 2026`
    String console(long epochMillis) {
        begin(epochMillis);
        int day = time.dayOfWeek() * 3;
        text.append(DAYS, day, day + 3).append(' ');
        return monthToSecond().append(' ').append(time.year()).toString();
    }

    /// `Nov 21 00:31:18` (RFC 3164 section 4.1.2)
    String syslog(long epochMillis) {
        begin(epochMillis);
        return monthToSecond().toString();
    }

    private void begin(long epochMillis) {
        time.set(Math.floorDiv(epochMillis, 1_000));
        text.setLength(0);
    }

    private StringBuilder monthToSecond() {
        int month = time.month() * 3;
        text.append(MONTHS, month, month + 3).append(time.dayOfMonth() < 10 ? "  " : " ").append(time.dayOfMonth());
        two(' ', time.hour());
        two(':', time.minute());
        two(':', time.second());
        return text;
    }

    private void two(char before, int number) {
        text.append(before).append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
