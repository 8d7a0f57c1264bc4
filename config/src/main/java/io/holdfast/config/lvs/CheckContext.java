package io.holdfast.config.lvs;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Reporter;
import io.holdfast.config.text.Place;
import io.holdfast.lvs.Endpoint;
import java.util.HashSet;
import java.util.Set;

/// What a [CheckKind] may know about the real server its checks are for. One for each real server.
public final class CheckContext {
    private final Reporter report;
    private final References references;
    private final CheckDefaults defaults;
    private final Endpoint server;
    private final Set<String> sessions = new HashSet<>();

    CheckContext(Reporter report, References references, CheckDefaults defaults, Endpoint server) {
        this.report = report;
        this.references = references;
        this.defaults = defaults;
        this.server = server;
    }

    public Reporter report() {
        return report;
    }

    public References references() {
        return references;
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
        report.add(Problem.CHECK_LEFT_OUT, place, message)
                .so(server + " does without this " + check.name()).done();
    }

    /// Says that a check has no word it cannot do without.
    public void leaveOut(Draft check, String missing) {
        leaveOut(check, check.header().place(), check.name() + " has no " + missing);
    }
}
