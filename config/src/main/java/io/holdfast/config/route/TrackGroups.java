package io.holdfast.config.route;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Shown;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Reporter;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// The `track_group` blocks that stand before a line (8.5), for the entries that name one.
public final class TrackGroups {
    private final Set<String> names = new HashSet<>();
    private final Reporter report;

    public TrackGroups(Reporter report) {
        this.report = report;
    }

    /// A block of that name was met.
    public void add(String name) {
        names.add(name);
    }

    /// The group that is named; one that has not been met is reported.
    public Optional<String> find(Optional<Entry<String>> entry) {
        if (entry.isEmpty() || names.contains(entry.get().value())) {
            return entry.isEmpty() ? Optional.empty() : Optional.of(entry.get().value());
        }
        report.add(Problem.UNKNOWN_TRACKER, entry.get().place(),
                "no track_group " + Shown.text(entry.get().value()) + " stands before this line")
                .so("track_group is left out").done();
        return Optional.empty();
    }
}
