package io.holdfast.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// Times as people write and read them, in the time zone of this machine.
final class Times {
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");
    private static final DateTimeFormatter OF_DAY = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
    private static final String UNITS = "smhd";
    private static final long[] SECONDS = {1, 60, 3600, 86_400};

    private final Clock clock;

    Times(Clock clock) {
        this.clock = clock;
    }

    static Times here() {
        return new Times(Clock.system(ZoneId.systemDefault()));
    }

    long nowMillis() {
        return clock.millis();
    }

    private ZoneId zone() {
        return clock.getZone();
    }

    /// Date and time with milliseconds.
    String full(long millis) {
        return FULL.format(LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), zone()));
    }

    /// The time of day.
    String ofDay(long millis) {
        return OF_DAY.format(LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), zone()));
    }

    /// `3.609 s`, `5 min 12 s`, `3 h 2 min`, `4 d 7 h`: two units at most.
    static String duration(long millis) {
        long seconds = Math.max(0, millis) / 1000;
        if (seconds < 60) {
            return seconds + "." + Long.toString(1000 + Math.max(0, millis) % 1000).substring(1) + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        return seconds < 86_400 ? seconds / 3600 + " h " + seconds / 60 % 60 + " min"
                : seconds / 86_400 + " d " + seconds / 3600 % 24 + " h";
    }

    /// How long ago `10m` was, what `12:00` or `2026-11-21 12:00:30` was.
    ///
    /// @return milliseconds since 1970; empty if it means nothing
    Optional<Long> moment(String text) {
        try {
            int unit = text.isEmpty() ? -1 : UNITS.indexOf(text.charAt(text.length() - 1));
            if (unit >= 0) {
                long count = Long.parseLong(text.substring(0, text.length() - 1));
                return count < 0 ? Optional.empty()
                        : Optional.of(clock.instant().minus(Duration.ofSeconds(
                                Math.multiplyExact(count, SECONDS[unit]))).toEpochMilli());
            }
            LocalDateTime time = text.length() <= "HH:mm:ss".length()
                    ? LocalTime.parse(text).atDate(LocalDateTime.ofInstant(clock.instant(), zone()).toLocalDate())
                    : LocalDateTime.parse(text.replace(' ', 'T'));
            return Optional.of(time.atZone(zone()).toInstant().toEpochMilli());
        } catch (NumberFormatException | DateTimeParseException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
