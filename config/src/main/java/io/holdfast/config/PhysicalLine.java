package io.holdfast.config;

/// The line being read. Its record is written when the first piece of it is: comments and blank lines need none.
final class PhysicalLine {
    private final int file;
    private final String path;
    private final int number;
    private int record = -1;

    PhysicalLine(int file, String path, int number) {
        this.file = file;
        this.path = path;
        this.number = number;
    }

    int record(SnapshotWriter snapshot, String text) {
        if (record < 0) {
            record = snapshot.line(file, number, text);
        }
        return record;
    }

    Finding finding(Problem problem, String text, int column, int length, String message) {
        return Finding.at(problem, new Origin(path, number, column, length, text), message);
    }
}
