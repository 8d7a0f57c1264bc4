package io.holdfast.config.track;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Shown;
import io.holdfast.config.script.ScriptAssembly;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Reporter;
import io.holdfast.config.value.Command;
import io.holdfast.script.CommandSpec;
import io.holdfast.track.ScriptSpec;
import io.holdfast.track.ScriptSpec.Probe;
import io.holdfast.track.Weight;
import java.time.Duration;
import java.util.Optional;

/// Makes a [ScriptSpec] of what was written in a `vrrp_script` (15.2).
final class ScriptTrackers {
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final ScriptAssembly scripts;
    private final Reporter report;

    ScriptTrackers(ScriptAssembly scripts, Reporter report) {
        this.scripts = scripts;
        this.report = report;
    }

    /// The specification; empty if the script is not to be run, which is reported.
    Optional<ScriptSpec> spec(Draft draft) {
        String name = Shown.text(draft.header().text());
        Optional<Entry<Command>> command = draft.last(ScriptKeywords.SCRIPT);
        if (command.isEmpty()) {
            report.add(Problem.TRACKER_INCOMPLETE, draft.header().place(), "vrrp_script " + name + " has no script")
                    .so("it is left out, and nothing tracks it").hinting("add script and a command in quotes").done();
            return Optional.empty();
        }
        Optional<Probe> probe = probe(draft, name, command.get().value());
        if (probe.isEmpty()) {
            return Optional.empty();
        }
        Duration interval = draft.value(ScriptKeywords.INTERVAL, INTERVAL);
        return Optional.of(new ScriptSpec(name, probe.get(), interval, draft.value(ScriptKeywords.TIMEOUT, interval),
                draft.value(ScriptKeywords.WEIGHT, Weight.FAULT), draft.value(ScriptKeywords.RISE, 1),
                draft.value(ScriptKeywords.FALL, 1), draft.has(ScriptKeywords.INIT_FAIL)));
    }

    private Optional<Probe> probe(Draft draft, String name, Command command) {
        Optional<String> path = command.path();
        if (path.isPresent()) {
            return Optional.of(new Probe.Opens(Shown.decoded(path.get())));
        }
        Optional<CommandSpec> spec = scripts.check(command, draft.value(ScriptKeywords.USER),
                "vrrp_script " + name + " is left out, and nothing tracks it");
        return spec.isEmpty() ? Optional.empty() : Optional.of(new Probe.Runs(spec.get()));
    }
}
