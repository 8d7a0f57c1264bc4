package io.holdfast.config.finding;

import java.util.List;

/// What findings mean for exit codes: keepalived's classes (16), the highest of which decides.
public enum Verdict {
    /// Does not count: reported, but the configuration is what it says.
    NONE(0),
    /// The configuration cannot be run, and nothing else is wrong with it.
    FATAL(4),
    /// An ordinary mistake.
    GENERAL(5),
    /// Scripts without script security.
    SECURITY(6),
    /// A file that has to be there is not.
    INCLUDE(6),
    /// A keyword without its word, at which keepalived stops at once.
    MISSING_WORD(2);

    private static final int START_CONFIGURATION = 2;
    private static final int START_NO_FILE = 6;

    private final int testExit;

    Verdict(int testExit) {
        this.testExit = testExit;
    }

    /// The exit code of `-t`.
    public static int testExit(List<Finding> findings) {
        return highest(findings).testExit;
    }

    /// The exit code of a start that these findings refuse; 0 if they refuse nothing.
    public static int startExit(List<Finding> findings) {
        int exit = 0;
        for (Finding finding : findings) {
            if (finding.severity() == Severity.REFUSE) {
                boolean noFile = finding.problem().verdict() == INCLUDE || finding.problem() == Problem.NO_MAIN_FILE;
                exit = Math.max(exit, noFile ? START_NO_FILE : START_CONFIGURATION);
            }
        }
        return exit;
    }

    /// Whether one of them refuses the configuration.
    public static boolean refuses(List<Finding> findings) {
        return startExit(findings) != 0;
    }

    private static Verdict highest(List<Finding> findings) {
        Verdict highest = NONE;
        for (Finding finding : findings) {
            Verdict verdict = finding.problem().verdict();
            highest = verdict.compareTo(highest) > 0 ? verdict : highest;
        }
        return highest;
    }
}
