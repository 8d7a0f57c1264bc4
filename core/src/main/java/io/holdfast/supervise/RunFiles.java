package io.holdfast.supervise;

import java.util.Optional;

/// Where a daemon keeps its files (`daemon.md` 1.6 and 13.1), for the daemon itself and for those who look for it.
public final class RunFiles {
    private static final String ENDING = ".pid";
    private static final String SCRIPTS = ".scripts";

    private RunFiles() {}

    /// The run directory, unless another is given.
    ///
    /// @param program what the daemon is called by; only `keepalived` has the places of keepalived
    /// @param own     whether it shall have a directory of its own (`use_pid_dir`, or an `instance`)
    public static String directory(String program, boolean own) {
        return program.equals("keepalived") ? own ? "/run/keepalived" : "/run" : "/run/holdfast";
    }

    /// A pid file, unless another is given.
    ///
    /// @param name     of the program or process
    /// @param instance `instance`, where several daemons run on one machine
    public static String pidFile(String directory, String name, Optional<String> instance) {
        return directory + "/" + name + instance.map(text -> "_" + text).orElse("") + ENDING;
    }

    /// The parent's control socket: beside its pid file, whose lock keeps others from it.
    public static String controlSocket(String pidFile) {
        return beside(pidFile, ".sock");
    }

    /// Where a process notes the scripts it runs, for as long as it does: beside its pid file.
    public static String runningScripts(String pidFile, int pid) {
        return beside(pidFile, "." + pid + SCRIPTS);
    }

    /// Whether a file could be one of those, of whatever process.
    public static boolean isRunningScripts(String pidFile, String file) {
        return file.startsWith(beside(pidFile, ".")) && file.endsWith(SCRIPTS);
    }

    /// A file named after a pid file, with another ending.
    public static String beside(String pidFile, String ending) {
        boolean usual = pidFile.endsWith(ENDING);
        return (usual ? pidFile.substring(0, pidFile.length() - ENDING.length()) : pidFile) + ending;
    }
}
