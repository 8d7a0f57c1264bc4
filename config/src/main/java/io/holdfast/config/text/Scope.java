package io.holdfast.config.text;

import io.holdfast.config.finding.Secrets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The parameters defined so far, and what it takes to use them.
final class Scope {
    /// Uses and turns within one another (19: keepalived never comes to an end).
    static final int MAX_DEPTH = 32;

    private final Map<String, Parameter> parameters = new HashMap<>();
    private final Predefined predefined;
    private final SnapshotWriter snapshot;
    private final Notices notices;
    private final Budget budget;
    private int sources;

    /// @param predefined parameters that need no definition
    /// @param snapshot   where steps of expansion are noted
    /// @param notices    takes what is wrong, and what is secret
    /// @param budget     what expansion may cost
    Scope(Predefined predefined, SnapshotWriter snapshot, Notices notices, Budget budget) {
        this.predefined = predefined;
        this.snapshot = snapshot;
        this.notices = notices;
        this.budget = budget;
    }

    Predefined predefined() {
        return predefined;
    }

    SnapshotWriter snapshot() {
        return snapshot;
    }

    Notices notices() {
        return notices;
    }

    Budget budget() {
        return budget;
    }

    /// A number for the next insertion; 0 is text that was not inserted.
    int nextSource() {
        return ++sources;
    }

    Optional<Parameter> find(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    void define(Parameter parameter) {
        parameters.put(parameter.name(), parameter);
        if (!parameter.isCounted() && Secrets.isSecretName(parameter.name())) {
            for (String row : parameter.rows()) {
                hideValue(row);
            }
        }
    }

    /// What a value refers to is hidden when it is used.
    private void hideValue(String row) {
        if (row.indexOf('$') < 0) {
            notices.hide(row);
        }
    }
}
