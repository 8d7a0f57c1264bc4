package io.holdfast.config.text;

import io.holdfast.config.finding.Finding;
import io.holdfast.config.finding.Origin;
import io.holdfast.config.finding.Problem;

/// The line being read. Its record is written when the first piece of it is: comments and blank lines need none.
final class PhysicalLine {
    private final int file;
    private final String path;
    private final int number;
    private final String text;
    private int record = -1;

    /// @param file   offset of the file's record
    /// @param path   the file
    /// @param number of the line, from 1
    /// @param text   without its line end
    PhysicalLine(int file, String path, int number, String text) {
        this.file = file;
        this.path = path;
        this.number = number;
        this.text = text;
    }

    String text() {
        return text;
    }

    int record(SnapshotWriter snapshot) {
        if (record < 0) {
            record = snapshot.line(file, number, text);
        }
        return record;
    }

    Finding finding(Problem problem, int column, int length, String message) {
        return Finding.at(problem, new Origin(path, number, Math.min(column, text.length()), length, text), message);
    }
}
