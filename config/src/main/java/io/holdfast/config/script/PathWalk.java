package io.holdfast.config.script;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.host.FileFact;
import io.holdfast.config.host.FileFact.Found;
import io.holdfast.config.host.FileFact.Kind;
import io.holdfast.config.host.FileFact.Missing;

/// Whether somebody else than root could replace what a path leads to (`daemon.md` 4.4, step 8). Every part of the
/// path is looked at, and no link followed.
final class PathWalk {
    private final FileFacts facts;

    PathWalk(FileFacts facts) {
        this.facts = facts;
    }

    /// What is wrong with a path.
    ///
    /// @param problem what kind of thing; [Problem#SCRIPT_RISK] if the script could be run all the same
    /// @param message the part of the path, its owner or mode
    /// @param cure    what to do about it
    record Flaw(Problem problem, String message, String cure) {}

    private static final Flaw NONE = new Flaw(Problem.INERT, "", "");

    /// The first flaw that keeps the script from being run, else the first risk, else one without a message.
    Flaw look(String path) {
        Flaw risk = look("/", path);
        for (int slash = path.indexOf('/', 1); risk.problem() != Problem.SCRIPT_PATH;) {
            String part = slash < 0 ? path : path.substring(0, slash);
            Flaw flaw = look(part, path);
            boolean first = risk.message().isEmpty() || flaw.problem() == Problem.SCRIPT_PATH;
            risk = first ? flaw : risk;
            if (slash < 0) {
                return risk;
            }
            slash = path.indexOf('/', slash + 1);
        }
        return risk;
    }

    private Flaw look(String part, String path) {
        FileFact fact = facts.at(part);
        if (fact instanceof Missing(String why)) {
            return new Flaw(Problem.SCRIPT_PATH, part + ": " + why, "");
        }
        if (!(fact instanceof Found found)) {
            return NONE;
        }
        boolean last = part.equals(path);
        if (last ? found.kind() == Kind.DIRECTORY || found.kind() == Kind.OTHER : found.kind() != Kind.DIRECTORY) {
            return misplaced(part, path, found);
        }
        return risk(part, found);
    }

    private Flaw misplaced(String part, String path, Found found) {
        if (part.equals(path)) {
            return new Flaw(Problem.SCRIPT_PATH, part + " is no regular file", "");
        }
        if (found.kind() != Kind.LINK) {
            return new Flaw(Problem.SCRIPT_PATH, part + " is not a directory", "");
        }
        String real = facts.resolve(path, new Permissions(0, 0)).path();
        return new Flaw(Problem.SCRIPT_PATH, part + " is a symbolic link rather than a directory",
                "name the script by its real path, " + real);
    }

    private static Flaw risk(String part, Found found) {
        if (found.owner() != 0) {
            return risk(part + " belongs to user " + found.owner() + " rather than root", "chown root " + part);
        }
        if (found.kind() == Kind.LINK || (found.kind() == Kind.DIRECTORY && (found.mode() & FileFact.STICKY) != 0)) {
            return NONE;
        }
        String mode = " (mode " + Integer.toOctalString(010000 | found.mode()).substring(1) + ")";
        if (found.group() != 0 && (found.mode() & FileFact.GROUP_WRITE) != 0) {
            return risk(part + mode + " can be written to by group " + found.group(), "chmod g-w " + part);
        }
        return (found.mode() & FileFact.OTHERS_WRITE) == 0 ? NONE
                : risk(part + mode + " can be written to by anybody", "chmod o-w " + part);
    }

    private static Flaw risk(String message, String cure) {
        return new Flaw(Problem.SCRIPT_RISK, message, cure);
    }
}
