package io.holdfast.supervise;

/// How a process of the daemon ends, and what its parent makes of it (`daemon.md` 1.3 and 2.2).
public final class ExitCode {
    /// A normal end.
    public static final int OK = 0;
    /// Something that will not get better by trying again.
    public static final int FATAL = 1;
    /// A configuration that cannot be run.
    public static final int CONFIG = 2;
    /// A right is missing, such as the one to open raw sockets.
    public static final int PERMISSION = 4;
    /// `-t` only: there are findings, but the configuration would run.
    public static final int CONFIG_TEST_FINDINGS = 5;
    /// The configuration is missing or unreadable.
    public static final int NO_CONFIG = 6;
    /// A bug of ours.
    public static final int SOFTWARE = 70;

    private ExitCode() {}

    /// Whether a child that ended so would only do it again; its parent then ends with the same code.
    public static boolean isPermanent(int code) {
        return code == FATAL || code == CONFIG || code == PERMISSION;
    }
}
