package io.holdfast.config.lvs;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Reporter;
import io.holdfast.config.text.Place;
import io.holdfast.config.value.Command;
import io.holdfast.config.value.UserName;
import io.holdfast.lvs.Endpoint;
import io.holdfast.script.CommandSpec;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// What a [CheckKind] may know about the real server its checks are for. One for each real server.
public final class CheckContext {
    private final Context context;
    private final CheckDefaults defaults;
    private final Endpoint server;
    private final Set<String> sessions = new HashSet<>();

    CheckContext(Context context, CheckDefaults defaults, Endpoint server) {
        this.context = context;
        this.defaults = defaults;
        this.server = server;
    }

    public Reporter report() {
        return context.report();
    }

    public References references() {
        return context.references();
    }

    public CheckDefaults defaults() {
        return defaults;
    }

    /// The real server.
    public Endpoint server() {
        return server;
    }

    /// Notes that the server depends on a BFD session; false if it does already.
    public boolean addSession(String name) {
        return sessions.add(name);
    }

    /// Says that a check cannot be made.
    ///
    /// @param place the words to blame
    public void leaveOut(Draft check, Place place, String message) {
        report().add(Problem.CHECK_LEFT_OUT, place, message)
                .so(without(check)).done();
    }

    private String without(Draft check) {
        return server + " does without this " + check.name();
    }

    /// The command that a check runs; empty if it cannot be run, which is reported.
    ///
    /// @param user as whom, if the check says so
    public Optional<CommandSpec> command(Draft check, Command command, Optional<UserName> user) {
        return context.scripts().check(command, user, without(check));
    }

    /// Says that a check has no word it cannot do without.
    public void leaveOut(Draft check, String missing) {
        leaveOut(check, check.header().place(), check.name() + " has no " + missing);
    }
}
