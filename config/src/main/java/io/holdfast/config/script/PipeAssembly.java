package io.holdfast.config.script;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Shown;
import io.holdfast.config.global.ScriptKeywords;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Reporter;
import io.holdfast.config.value.Command;
import io.holdfast.config.value.Pipe;
import io.holdfast.notify.PipeSpec;
import io.holdfast.notify.PipesSpec;
import io.holdfast.script.CommandSpec;
import io.holdfast.script.RunAs;
import java.util.Optional;

/// Makes a [PipesSpec] of what `global_defs` says about named pipes (15.1, `daemon.md` 5.5).
public final class PipeAssembly {
    private final Draft global;
    private final ScriptAssembly scripts;
    private final Reporter report;

    private PipeAssembly(Draft global, ScriptAssembly scripts, Reporter report) {
        this.global = global;
        this.scripts = scripts;
        this.report = report;
    }

    public static PipesSpec spec(Draft global, ScriptAssembly scripts, Reporter report) {
        return new PipeAssembly(global, scripts, report).spec();
    }

    private PipesSpec spec() {
        Optional<PipeSpec> every = pipe(ScriptKeywords.PIPE_OF_ALL, ScriptKeywords.READER_OF_ALL, Optional.empty(),
                Optional.empty());
        Optional<PipeSpec> vrrp = pipe(ScriptKeywords.VRRP_PIPE, ScriptKeywords.VRRP_READER, every, Optional.empty());
        Optional<PipeSpec> checkers = pipe(ScriptKeywords.LVS_PIPE, ScriptKeywords.LVS_READER, every, vrrp);
        return new PipesSpec(every, vrrp, checkers, global.has(ScriptKeywords.STATES_ON_RELOAD));
    }

    /// @param every  the pipe that is told of everything, and so makes another of the same path superfluous
    /// @param shared a pipe that may be the same, but needs one reader only
    private Optional<PipeSpec> pipe(Keyword<Pipe> keyword, Keyword<Command> script, Optional<PipeSpec> every,
            Optional<PipeSpec> shared) {
        Optional<Entry<Command>> reader = global.last(script);
        Optional<Entry<Pipe>> written = global.last(keyword);
        if (written.isEmpty()) {
            if (reader.isPresent()) {
                withoutPipe(reader.get(), keyword);
            }
            return Optional.empty();
        }
        Entry<Pipe> entry = written.get();
        String path = Shown.decoded(entry.value().path().text());
        if (every.isPresent() && every.get().path().equals(path)) {
            report.add(Problem.SAME_PIPE, entry.place(), ScriptKeywords.PIPE_OF_ALL.name() + " is this pipe, too")
                    .so(keyword.name() + " is left out, as that one is told of everything").done();
            return Optional.empty();
        }
        Optional<RunAs> owner = scripts.owner(entry.value().user(), entry.place(), keyword.name() + " is left out");
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        boolean read = shared.isPresent() && shared.get().path().equals(path) && shared.get().reader().isPresent();
        if (read && reader.isPresent()) {
            report.add(Problem.SAME_PIPE, reader.get().place(), "this pipe has a reader already, that of "
                    + ScriptKeywords.VRRP_PIPE.name()).so(script.name() + " is left out").done();
        }
        return Optional.of(new PipeSpec(path, owner.get(), read ? Optional.empty() : command(reader, script)));
    }

    private Optional<CommandSpec> command(Optional<Entry<Command>> reader, Keyword<Command> script) {
        return reader.isEmpty() ? Optional.empty()
                : scripts.notification(reader.get().value(), script.name() + " is left out");
    }

    private void withoutPipe(Entry<Command> reader, Keyword<Pipe> keyword) {
        report.add(Problem.INERT, reader.word().place(), reader.word().text() + " has no pipe to read")
                .so("it is not run").hinting("add " + keyword.name() + " and a path").done();
    }
}
