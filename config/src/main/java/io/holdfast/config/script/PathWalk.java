package io.holdfast.config.script;

import io.holdfast.config.host.FileFact;
import io.holdfast.config.host.FileFact.Found;
import io.holdfast.config.host.FileFact.Kind;
import io.holdfast.config.script.FileFacts.Resolved;
import java.util.Optional;

/// Whether somebody else than root could replace what a path leads to (`daemon.md` 4.4, step 8): who may change a
/// directory on the way, a link, or the file itself.
final class PathWalk {
    private PathWalk() {}

    /// What somebody else could do.
    ///
    /// @param message the part of the path, its owner or mode
    /// @param cure    what to do about it
    record Risk(String message, String cure) {}

    /// The first risk on the way of a path that was followed to its end.
    static Optional<Risk> risk(FileFacts facts, Resolved path) {
        for (String part : path.passed()) {
            if (facts.at(part) instanceof Found found) {
                Optional<Risk> risk = risk(part, found);
                if (risk.isPresent()) {
                    return risk;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Risk> risk(String part, Found found) {
        if (found.owner() != 0) {
            return Optional.of(new Risk(part + " belongs to user " + found.owner() + " rather than root",
                    "chown " + (found.kind() == Kind.LINK ? "-h " : "") + "root " + part));
        }
        if (found.kind() == Kind.LINK || (found.kind() == Kind.DIRECTORY && (found.mode() & FileFact.STICKY) != 0)) {
            return Optional.empty();
        }
        String mode = " (mode " + Integer.toOctalString(010000 | found.mode()).substring(1) + ")";
        if (found.group() != 0 && (found.mode() & FileFact.GROUP_WRITE) != 0) {
            return Optional.of(new Risk(part + mode + " can be written to by group " + found.group(),
                    "chmod g-w " + part));
        }
        return (found.mode() & FileFact.OTHERS_WRITE) == 0 ? Optional.empty()
                : Optional.of(new Risk(part + mode + " can be written to by anybody", "chmod o-w " + part));
    }
}
