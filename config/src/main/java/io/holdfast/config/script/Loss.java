package io.holdfast.config.script;

import io.holdfast.config.finding.Problem;

/// What it means that a command cannot be run.
///
/// @param so     for the finding that says so
/// @param counts whether a configuration test ends with a status of its own: for what elections depend on (16)
record Loss(String so, boolean counts) {
    /// What is wrong with its file, as it is to be reported.
    Problem of(Problem problem) {
        return counts ? problem : Problem.SCRIPT_NOT_RUN;
    }
}
