package io.holdfast.config.text;

/// A line of a file. Its record is written when something refers to it: comments and blank lines need none.
final class PhysicalLine {
    private final int file;
    private final int number;
    private final String text;
    private int record = Snapshot.NONE;
    private boolean lateInclude;
    private boolean givenUp;

    /// @param file   offset of the file's record
    /// @param number of the line, from 1
    /// @param text   without its line end
    PhysicalLine(int file, int number, String text) {
        this.file = file;
        this.number = number;
        this.text = text;
    }

    String text() {
        return text;
    }

    int record(SnapshotWriter snapshot) {
        if (record == Snapshot.NONE) {
            record = snapshot.line(file, number, text.substring(0, Math.min(text.length(), ConfigReader.MAX_LINE)));
        }
        return record;
    }

    /// Whether it has been said that an include in it comes late; each turn of a sequence would say it again.
    boolean hasLateInclude() {
        return lateInclude;
    }

    void setLateInclude() {
        lateInclude = true;
    }

    /// What it leads to has no end; whatever of it is still waiting is left out.
    void giveUp() {
        givenUp = true;
    }

    boolean isGivenUp() {
        return givenUp;
    }
}
