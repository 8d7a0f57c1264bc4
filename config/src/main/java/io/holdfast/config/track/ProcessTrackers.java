package io.holdfast.config.track;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Shown;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Reporter;
import io.holdfast.track.ProcessSpec;
import io.holdfast.track.ProcessSpec.Match;
import io.holdfast.track.Weight;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Makes a [ProcessSpec] of what was written in a `vrrp_track_process` (15.2).
final class ProcessTrackers {
    private final Reporter report;

    ProcessTrackers(Reporter report) {
        this.report = report;
    }

    /// The specification; empty if no process is named, which is reported.
    Optional<ProcessSpec> spec(Draft draft) {
        String name = Shown.text(draft.header().text());
        Optional<Entry<List<String>>> words = draft.last(ProcessKeywords.PROCESS);
        if (words.isEmpty()) {
            report.add(Problem.TRACKER_INCOMPLETE, draft.header().place(),
                    "vrrp_track_process " + name + " names no process")
                    .so("it is left out, and nothing tracks it").hinting("add process and its name").done();
            return Optional.empty();
        }
        List<String> process = words.get().value();
        List<String> parameters = process.subList(1, process.size());
        Optional<Entry<Integer>> least = draft.last(ProcessKeywords.QUORUM);
        Optional<Entry<Integer>> most = draft.last(ProcessKeywords.QUORUM_MAX);
        if (least.isPresent() && most.isPresent() && least.get().value() > most.get().value()) {
            boolean later = most.get().place().record() > least.get().place().record();
            contradiction(later ? most.get() : least.get(), name);
            least = later ? least : Optional.empty();
            most = later ? Optional.empty() : most;
        }
        return Optional.of(new ProcessSpec(name, process.get(0), parameters, match(draft, parameters),
                draft.value(ProcessKeywords.WEIGHT, Weight.FAULT), least.isPresent() ? least.get().value() : 1,
                most.isPresent() ? OptionalInt.of(most.get().value()) : OptionalInt.empty(),
                delay(draft, ProcessKeywords.FORK_DELAY), delay(draft, ProcessKeywords.TERMINATE_DELAY)));
    }

    private void contradiction(Entry<Integer> entry, String name) {
        report.add(Problem.QUORUM, entry.place(), "quorum is more than quorum_max")
                .so(entry.keyword().name() + " of " + name + " is left out").done();
    }

    private static Match match(Draft draft, List<String> parameters) {
        Optional<Match> written = draft.value(ProcessKeywords.PARAM_MATCH);
        if (written.isPresent()) {
            return written.get();
        }
        Match whole = draft.has(ProcessKeywords.FULL_COMMAND) ? Match.COMMAND : Match.NAME;
        return parameters.isEmpty() ? whole : Match.EXACT;
    }

    private static Duration delay(Draft draft, Keyword<Duration> own) {
        Optional<Entry<Duration>> delay = draft.lastOf(own, ProcessKeywords.DELAY);
        return delay.isEmpty() ? Duration.ZERO : delay.get().value();
    }
}
