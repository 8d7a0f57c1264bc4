package io.holdfast.script;

import io.holdfast.base.MonoTime;
import java.time.Duration;
import java.util.Optional;

/// How a program is ended that takes too long, or that is not to run on (`daemon.md` 4.7).
///
/// ```
///   RUNNING --limit--> ASKED --2 s--> KILLED --2 s--> STUCK --10 s--> STUCK ...
///              SIGTERM        SIGKILL       log, SIGKILL     SIGKILL
/// ```
/// Signals are for the process group of the program. That it ends is for the caller to notice.
///
/// @param stage what was done so far
/// @param due   when the next step is; none if it may run for good
public record Escalation(Stage stage, Optional<MonoTime> due) {
    private static final Duration FOR_GOOD_ORDER = Duration.ofSeconds(2);
    private static final Duration FOR_THE_KERNEL = Duration.ofSeconds(2);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(10);
    private static final Duration UNTIL_PERMITTED = Duration.ofSeconds(1000);

    /// How far it has come.
    public enum Stage { RUNNING, ASKED, KILLED, STUCK }

    /// What is to be done now.
    public enum Step {
        WAIT,
        /// SIGTERM
        ASK,
        /// SIGKILL
        KILL,
        /// SIGKILL once more, and say that it had no effect.
        KILL_AGAIN
    }

    /// A program was started.
    ///
    /// @param limit how long it may take
    public static Escalation started(MonoTime now, Optional<Duration> limit) {
        return new Escalation(Stage.RUNNING, limit.isEmpty() ? Optional.empty()
                : Optional.of(now.plus(limit.get())));
    }

    /// What is to be done at this time; [#after] has then the rest.
    public Step step(MonoTime now) {
        if (due.isEmpty() || now.isBefore(due.get())) {
            return Step.WAIT;
        }
        return switch (stage) {
            case RUNNING -> Step.ASK;
            case ASKED -> Step.KILL;
            case KILLED, STUCK -> Step.KILL_AGAIN;
        };
    }

    /// What remains to be done after a step was.
    public Escalation after(Step step, MonoTime now) {
        return switch (step) {
            case WAIT -> this;
            case ASK -> at(Stage.ASKED, now.plus(FOR_GOOD_ORDER));
            case KILL -> at(Stage.KILLED, now.plus(FOR_THE_KERNEL));
            case KILL_AGAIN -> at(Stage.STUCK, now.plus(BETWEEN_TRIES));
        };
    }

    /// What remains to be done if the kernel did not permit the step.
    public Escalation forbidden(MonoTime now) {
        return at(stage, now.plus(UNTIL_PERMITTED));
    }

    /// The program is asked to end, whatever its limit is, and killed if it has not after `patience`. Whoever was asked
    /// before has no more time than it had.
    public Escalation ending(MonoTime now, Duration patience) {
        if (stage == Stage.KILLED || stage == Stage.STUCK) {
            return this;
        }
        MonoTime last = now.plus(patience);
        return at(Stage.ASKED, stage == Stage.ASKED && due.isPresent() ? MonoTime.earlier(last, due.get()) : last);
    }

    /// Whether it did not end by itself.
    public boolean hasIntervened() {
        return stage != Stage.RUNNING;
    }

    private static Escalation at(Stage stage, MonoTime due) {
        return new Escalation(stage, Optional.of(due));
    }
}
