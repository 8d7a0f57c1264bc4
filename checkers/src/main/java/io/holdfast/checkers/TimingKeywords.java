package io.holdfast.checkers;

import io.holdfast.config.lvs.CheckContext;
import io.holdfast.config.lvs.CheckDefaults;
import io.holdfast.config.lvs.Limits;
import io.holdfast.config.table.Block;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.value.Values;
import io.holdfast.health.CheckTiming;
import java.time.Duration;

/// The keywords of all checks that run by the clock.
final class TimingKeywords {
    static final Block BLOCK = Block.part();
    /// What most kinds of check wait before they try again.
    static final Duration USUAL_DELAY = Duration.ofSeconds(1);
    private static final Rows NOT_YET = BLOCK.rows(Effect.ACCEPTED);
    private static final String INHERITED = "is that of the real server";

    static final Keyword<Long> RETRY = NOT_YET.value("retry", Limits.CHECK_RETRY,
            "Failures in a row that are forgiven.", INHERITED);
    static final Keyword<Duration> DELAY_BEFORE_RETRY = NOT_YET.value("delay_before_retry", Limits.DELAY,
            "Time between attempts.", INHERITED);
    static final Keyword<Duration> WARMUP = NOT_YET.value("warmup", Limits.DELAY,
            "Longest random delay of the first check.", INHERITED);
    static final Keyword<Duration> DELAY_LOOP = NOT_YET.value("delay_loop", Limits.LOOP, "Time between checks.",
            INHERITED);
    static final Keyword<Boolean> ALPHA = NOT_YET.optional("alpha", Values.BOOL, true, "Start as failed.");
    static final Keyword<Boolean> LOG_ALL_FAILURES = NOT_YET.optional("log_all_failures", Values.BOOL, true,
            "Log failures that are forgiven, too.");

    private TimingKeywords() {}

    /// What holds for most kinds of check.
    static CheckTiming timing(Draft draft, CheckContext context) {
        return timing(draft, context, 1, USUAL_DELAY);
    }

    /// @param retry what is usual for the kind of check
    /// @param delay likewise, between attempts
    static CheckTiming timing(Draft draft, CheckContext context, long retry, Duration delay) {
        CheckDefaults inherited = context.defaults();
        return timing(draft, new CheckTiming(inherited.retry().orElse(retry),
                inherited.delayBeforeRetry().orElse(delay), inherited.delayLoop(),
                inherited.warmup().orElse(delayLoop(draft, context)), inherited.alpha(), inherited.logAllFailures()));
    }

    /// What a draft says, and else another timing.
    static CheckTiming timing(Draft draft, CheckTiming other) {
        return new CheckTiming(draft.value(RETRY, other.retry()),
                draft.value(DELAY_BEFORE_RETRY, other.delayBeforeRetry()), draft.value(DELAY_LOOP, other.delayLoop()),
                draft.value(WARMUP, other.warmup()), draft.value(ALPHA, other.alpha()),
                draft.value(LOG_ALL_FAILURES, other.logAllFailures()));
    }

    /// Time between checks.
    static Duration delayLoop(Draft draft, CheckContext context) {
        return draft.value(DELAY_LOOP, context.defaults().delayLoop());
    }
}
