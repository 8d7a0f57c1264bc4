package io.holdfast.config.script;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Shown;
import io.holdfast.config.global.FileKeywords;
import io.holdfast.config.global.ScriptKeywords;
import io.holdfast.config.host.Host;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Reporter;
import io.holdfast.config.text.Place;
import io.holdfast.config.value.Command;
import io.holdfast.config.value.UserName;
import io.holdfast.script.CommandSpec;
import io.holdfast.script.RunAs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes [CommandSpec]s of commands: finds their user and their file, and says what keeps one from being run.
public final class ScriptAssembly {
    private final Reporter report;
    private final ScriptUsers users;
    private final ScriptFile files;
    private final boolean secure;
    /// The first script that is to be run.
    private Optional<Place> first = Optional.empty();

    public ScriptAssembly(Draft global, Host host, Reporter report) {
        this.report = report;
        secure = global.has(ScriptKeywords.SECURITY);
        users = new ScriptUsers(global, host, report);
        files = new ScriptFile(host, secure, global.value(FileKeywords.SYMLINKS, false), report);
    }

    /// A command whose user may stand behind it: of a notify keyword.
    ///
    /// @param so what it means that there is no such command, for the finding that says so
    public Optional<CommandSpec> notification(Command command, String so) {
        return spec(command, command.user(), Problem.NOTIFY_USER, new Loss(so, false));
    }

    /// A command whose user has a keyword of its own.
    public Optional<CommandSpec> check(Command command, Optional<UserName> user, String so) {
        return spec(command, user, Problem.UNKNOWN_USER, new Loss(so, true));
    }

    /// A command of the daemon as a whole, whose user may stand behind it.
    public Optional<CommandSpec> once(Command command, String so) {
        return spec(command, command.user(), Problem.UNKNOWN_USER, new Loss(so, false));
    }

    /// To whom a file belongs that is made for scripts.
    public Optional<RunAs> owner(Optional<UserName> user, Place place, String so) {
        return user.isPresent() ? users.named(user.get(), Problem.NOTIFY_USER, so) : users.usual(place, so);
    }

    private Optional<CommandSpec> spec(Command command, Optional<UserName> user, Problem problem, Loss loss) {
        Optional<RunAs> as = user.isPresent() ? users.named(user.get(), problem, loss.so())
                : users.usual(command.place(), loss.so());
        if (as.isEmpty()) {
            return Optional.empty();
        }
        List<String> arguments = new ArrayList<>();
        for (String argument : command.arguments()) {
            arguments.add(Shown.decoded(argument));
        }
        Optional<CommandSpec> spec = placed(arguments, as.get(), command.place(), loss);
        first = first.isPresent() || spec.isEmpty() ? first : Optional.of(command.place());
        return spec;
    }

    private Optional<CommandSpec> placed(List<String> arguments, RunAs as, Place place, Loss loss) {
        String program = arguments.get(0);
        if (as.uid().isEmpty() || as.gid().isEmpty()) {
            return Optional.of(new CommandSpec(program, arguments, as));
        }
        Permissions permissions = new Permissions(as.uid().getAsInt(), as.gid().getAsInt());
        Optional<ScriptFile.Usable> file = files.find(program, permissions, place, loss);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        arguments.set(0, file.get().name());
        return Optional.of(new CommandSpec(file.get().executable(), arguments, as));
    }

    /// Once all commands are known: that scripts are run without script security is worth a word.
    public void finish() {
        users.check();
        if (first.isPresent() && !secure) {
            report.add(Problem.SCRIPT_SECURITY, first.get(), "scripts are run, but enable_script_security is not set")
                    .so("what root runs is run even if somebody else could replace it")
                    .hinting("add enable_script_security to global_defs").done();
        }
    }
}
