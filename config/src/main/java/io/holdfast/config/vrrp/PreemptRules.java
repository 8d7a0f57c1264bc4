package io.holdfast.config.vrrp;

import static io.holdfast.config.vrrp.InstanceKeywords.NOPREEMPT;
import static io.holdfast.config.vrrp.InstanceKeywords.PREEMPT;
import static io.holdfast.config.vrrp.InstanceKeywords.PREEMPT_DELAY;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Reporter;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/// Which settings about preemption go together (15.3).
final class PreemptRules {
    private final Reporter report;

    PreemptRules(Reporter report) {
        this.report = report;
    }

    /// Whether it takes over from a weaker master.
    boolean preempts(Draft draft, Switches switches) {
        Optional<Entry<Boolean>> nopreempt = lastNoPreempt(draft);
        if (nopreempt.isEmpty()) {
            return true;
        }
        if (!switches.owner() && !switches.wantsMaster()) {
            return false;
        }
        String with = switches.owner() ? "priority 255" : "state MASTER";
        report.add(Problem.PREEMPT_CONFLICT, nopreempt.get().place(), "nopreempt does not go together with " + with)
                .so("nopreempt of " + InstanceAssembly.nameOf(draft)
                        + " is left out: it takes over from a weaker master")
                .hinting(switches.owner() ? "" : "write state BACKUP on all routers of the group").done();
        return true;
    }

    /// `nopreempt` unless a later `preempt` undoes it.
    private static Optional<Entry<Boolean>> lastNoPreempt(Draft draft) {
        Optional<Entry<Boolean>> nopreempt = draft.last(NOPREEMPT);
        Optional<Entry<Boolean>> preempt = draft.last(PREEMPT);
        boolean undone = nopreempt.isPresent() && preempt.isPresent()
                && preempt.get().place().record() > nopreempt.get().place().record();
        return undone ? Optional.empty() : nopreempt;
    }

    /// How long it leaves one alone first.
    Duration delay(Draft draft, Switches switches) {
        Optional<Entry<Duration>> delay = draft.last(PREEMPT_DELAY);
        if (delay.isEmpty() || delay.get().value().isZero()) {
            return Duration.ZERO;
        }
        boolean nopreempt = lastNoPreempt(draft).isPresent() && !switches.owner() && !switches.wantsMaster();
        String with = switches.wantsMaster() ? "state MASTER"
                : switches.strict() ? "strict mode" : nopreempt ? "nopreempt" : "";
        if (with.isEmpty()) {
            return delay.get().value();
        }
        report.add(Problem.PREEMPT_CONFLICT, delay.get().word().place(),
                "preempt_delay does not go together with " + with)
                .so("preempt_delay of " + InstanceAssembly.nameOf(draft) + " is left out")
                .hinting(switches.wantsMaster() ? "write state BACKUP on all routers of the group" : "").done();
        return Duration.ZERO;
    }

    OptionalInt timerExpiredBackup(Draft draft, Switches switches) {
        Optional<Entry<Integer>> old = draft.last(InstanceKeywords.THREAD_TIMER_EXPIRED);
        if (old.isPresent()) {
            report.add(Problem.OLD_NAME, old.get().word().place(),
                    "thread_timer_expired is called timer_expired_backup now").so("it is used").done();
        }
        Optional<Entry<Integer>> option = draft.last(InstanceKeywords.TIMER_EXPIRED_BACKUP);
        option = option.isPresent() ? option : old;
        if (option.isEmpty()) {
            return OptionalInt.empty();
        }
        boolean nopreempt = lastNoPreempt(draft).isPresent() && !switches.owner() && !switches.wantsMaster();
        if (nopreempt) {
            return OptionalInt.of(option.get().value());
        }
        report.add(Problem.PREEMPT_CONFLICT, option.get().word().place(), "timer_expired_backup needs nopreempt")
                .so("timer_expired_backup of " + InstanceAssembly.nameOf(draft) + " is left out").done();
        return OptionalInt.empty();
    }
}
