package io.holdfast.config.script;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Shown;
import io.holdfast.config.host.FileFact.Found;
import io.holdfast.config.host.FileFact.Kind;
import io.holdfast.config.host.FileFact.Missing;
import io.holdfast.config.host.FileFact.NotChecked;
import io.holdfast.config.host.Host;
import io.holdfast.config.script.FileFacts.Resolved;
import io.holdfast.config.script.PathWalk.Risk;
import io.holdfast.config.table.Reporter;
import io.holdfast.config.text.Place;
import java.util.Optional;

/// The file that a command executes: where it is, and whether it may be executed (`daemon.md` 4.4).
final class ScriptFile {
    private final Host host;
    private final FileFacts facts;
    private final boolean secure;
    private final boolean keepsLinks;
    private final Reporter report;

    /// @param secure     whether a risk keeps a script from being run
    /// @param keepsLinks whether a script is run by the path that is written rather than by its real one
    ScriptFile(Host host, boolean secure, boolean keepsLinks, Reporter report) {
        this.host = host;
        this.secure = secure;
        this.keepsLinks = keepsLinks;
        this.report = report;
        facts = new FileFacts(host);
    }

    /// A program that can be executed.
    ///
    /// @param executable the file
    /// @param name       what it is called by
    record Usable(String executable, String name) {}

    /// Looks for a program; empty if it is not to be executed, which is reported.
    Optional<Usable> find(String program, Permissions permissions, Place place, Loss loss) {
        Optional<String> path = program.indexOf('/') >= 0 ? Optional.of(FileFacts.normalised(program))
                : searched(program, permissions, place, loss);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        if (facts.at("/") instanceof NotChecked) {
            return Optional.of(new Usable(program, program));
        }
        Resolved real = facts.resolve(path.get(), permissions);
        boolean usable = isThere(real, place, loss) && isExecutable(real, permissions, place, loss)
                && isSafe(real, permissions, place, loss);
        return usable ? Optional.of(new Usable(keepsLinks ? path.get() : real.path(), path.get())) : Optional.empty();
    }

    /// Where a bare name is found in PATH; itself if the machine was not asked.
    private Optional<String> searched(String program, Permissions permissions, Place place, Loss loss) {
        if (facts.at("/") instanceof NotChecked) {
            return Optional.of(program);
        }
        for (String directory : host.searchPath()) {
            String candidate = FileFacts.normalised(directory + "/" + program);
            if (facts.resolve(candidate, permissions).fact() instanceof Found found && found.kind() == Kind.REGULAR
                    && permissions.mayExecute(found)) {
                report.add(Problem.SCRIPT_SEARCHED, place, Shown.text(program) + " is named without its path")
                        .so(candidate + " is used").hinting("write the full path").done();
                return Optional.of(candidate);
            }
        }
        report.add(loss.of(Problem.SCRIPT_MISSING), place,
                Shown.text(program) + " is in none of the directories of PATH")
                .so(loss.so()).hinting("write the full path").done();
        return Optional.empty();
    }

    private boolean isThere(Resolved real, Place place, Loss loss) {
        if (!(real.fact() instanceof Missing(String why))) {
            return true;
        }
        report.add(loss.of(Problem.SCRIPT_MISSING), place, real.path() + ": " + why).so(loss.so()).done();
        return false;
    }

    private boolean isExecutable(Resolved real, Permissions permissions, Place place, Loss loss) {
        if (real.fact() instanceof Found found && found.kind() == Kind.REGULAR && permissions.mayExecute(found)) {
            return true;
        }
        boolean directory = real.fact() instanceof Found found && found.kind() == Kind.DIRECTORY;
        String who = permissions.user() == 0 ? "nobody" : "user " + permissions.user();
        report.add(loss.of(Problem.SCRIPT_NOT_EXECUTABLE), place, directory ? real.path() + " is a directory"
                : real.path() + (permissions.user() == 0 ? " can be executed by " : " cannot be executed by ") + who)
                .so(loss.so()).hinting(directory ? "" : "chmod a+x " + real.path()).done();
        return false;
    }

    /// Only what runs with root's rights has to be beyond the reach of others.
    private boolean isSafe(Resolved real, Permissions permissions, Place place, Loss loss) {
        if (!(real.fact() instanceof Found found) || !permissions.isPrivileged(found)) {
            return true;
        }
        Optional<Risk> risk = PathWalk.risk(facts, real);
        risk.ifPresent(how -> report.add(secure ? loss.of(Problem.SCRIPT_UNSAFE) : Problem.SCRIPT_RISK, place,
                "root runs this, but " + how.message())
                .so(secure ? loss.so() : "it is run all the same, as enable_script_security is not set")
                .hinting(how.cure()).done());
        return !secure || risk.isEmpty();
    }
}
