package io.holdfast.lab.demo;

import java.time.Duration;
import java.util.Locale;

/// What a failover took.
///
/// @param takeover      from the master's power cut until the backup had the address
/// @param clientGap     the longest time the client waited for an answer meanwhile
/// @param preemption    from the start of the first node's daemon until it had the address back
/// @param preemptionGap the longest time the client waited for an answer meanwhile
record Measured(Duration takeover, Duration clientGap, Duration preemption, Duration preemptionGap) {

    String toJson() {
        return String.format(Locale.ROOT,
                "{\"takeover_ms\": %.1f, \"client_gap_ms\": %.1f, "
                        + "\"preemption_ms\": %.1f, \"preemption_gap_ms\": %.1f}",
                millis(takeover), millis(clientGap), millis(preemption), millis(preemptionGap));
    }

    String summary() {
        return String.format(Locale.ROOT, """

                takeover after the power cut      %8.1f ms   (protocol: 2609 to 3609 ms, by when the last advert was)
                longest gap the client saw        %8.1f ms
                the first node back, and master   %8.1f ms   (protocol: 3609 ms and the start of the daemon)
                longest gap the client saw        %8.1f ms
                Every namespace is removed again.""",
                millis(takeover), millis(clientGap), millis(preemption), millis(preemptionGap));
    }

    static String text(Duration duration) {
        return String.format(Locale.ROOT, "%.1f ms", millis(duration));
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
