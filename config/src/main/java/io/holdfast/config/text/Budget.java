package io.holdfast.config.text;

import io.holdfast.config.finding.Finding;
import io.holdfast.config.finding.Problem;

/// What reading may cost in all, so that no file can take the memory or the time of the machine: neither by its size
/// nor by what it says to include or to repeat.
final class Budget {
    /// Bytes of all files together: room for 200,000 instances.
    static final int MAX_TOTAL = 32 << 20;
    static final int MAX_FILES = 10_000;
    /// The snapshot may be so many times as large: 64 MiB, room for 130,000 instances made by sequences.
    private static final int SNAPSHOT = 2;
    /// So many times as much text may be looked at, a line as often as it is repeated: 512 MiB, a few seconds.
    private static final int WORK = 16;
    private static final int LINE_OVERHEAD = 16;
    /// What a finding counts for.
    private static final int FINDING = 4096;

    private final SnapshotWriter snapshot;
    private final Notices notices;
    private final long maxSnapshot;
    private int bytesLeft;
    private int filesLeft = MAX_FILES;
    private long workLeft;
    private boolean exhausted;

    Budget(SnapshotWriter snapshot, Notices notices, int maxTotal) {
        this.snapshot = snapshot;
        this.notices = notices;
        bytesLeft = maxTotal;
        maxSnapshot = (long) SNAPSHOT * maxTotal;
        workLeft = (long) WORK * maxTotal;
    }

    boolean isExhausted() {
        return exhausted;
    }

    /// Bytes that the next file may have.
    int bytesLeft() {
        return bytesLeft;
    }

    /// @return whether there was room for it
    boolean takeFile(int bytes) {
        filesLeft--;
        bytesLeft -= bytes;
        return filesLeft >= 0;
    }

    /// @return whether a text may still be looked at
    boolean takeWork(TracedText text) {
        workLeft -= text.length() + LINE_OVERHEAD;
        boolean endless = workLeft < (long) FINDING * notices.count();
        if (!exhausted && (endless || snapshot.size() > maxSnapshot)) {
            String what = endless ? "expanding the configuration takes too long"
                    : "the configuration has too many lines and braces";
            exhaust(notices.at(Problem.TOO_MUCH_TEXT, text, 0, 1, what));
        }
        return !exhausted;
    }

    void exhaust(Finding finding) {
        exhausted = true;
        notices.add(finding.so("reading stops here, and the configuration is refused"));
    }
}
