package io.holdfast.health;

import java.time.Duration;

/// When a check runs, and how many failures count (2.1).
///
/// @param retry            failures in a row that are forgiven, 0 to 4294967295
/// @param delayBeforeRetry time between a forgiven failure and the next attempt
/// @param delayLoop        time between checks, above 0
/// @param warmup           longest random delay of the first check
/// @param alpha            the check starts as failed
/// @param logAllFailures   forgiven failures are logged, too
public record CheckTiming(long retry, Duration delayBeforeRetry, Duration delayLoop, Duration warmup, boolean alpha,
        boolean logAllFailures) {
    public CheckTiming {
        if (retry < 0 || delayBeforeRetry.isNegative() || !delayLoop.isPositive() || warmup.isNegative()) {
            throw new IllegalArgumentException("retry " + retry + ", " + delayBeforeRetry + ", " + delayLoop + ", "
                    + warmup);
        }
    }
}
