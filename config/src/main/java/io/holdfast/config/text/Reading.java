package io.holdfast.config.text;

import io.holdfast.config.finding.Finding;
import java.util.List;

/// What came of reading the files.
///
/// @param snapshot all lines; empty if nothing could be read
/// @param findings what is wrong with files and lines, before any keyword was looked at
public record Reading(Snapshot snapshot, List<Finding> findings) {
    public Reading {
        findings = List.copyOf(findings);
    }
}
