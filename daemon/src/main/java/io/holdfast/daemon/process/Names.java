package io.holdfast.daemon.process;

import io.holdfast.supervise.GlobalSpec;
import io.holdfast.supervise.RunFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What things are called on disk and in the log. Called as `keepalived`, the daemon takes keepalived's place, its
/// names included; called as `holdfast` it stands beside it.
///
/// @param program     the name the launcher was called by: `holdfast` or `keepalived`
/// @param syslogIdent the identity of the parent in the log; children append theirs
/// @param configFile  the default configuration file
public record Names(String program, String syslogIdent, Path configFile) {
    /// Tells a child where relative paths on the command line start: the parent may be in another directory by then.
    public static final String DIRECTORY_OPTION = "-Dholdfast.directory=";

    private static final Path KEEPALIVED_CONF = Path.of("/etc/keepalived/keepalived.conf");
    private static final Path HOLDFAST_CONF = Path.of("/etc/holdfast/holdfast.conf");

    private static final Names KEEPALIVED = new Names("keepalived", "Keepalived", KEEPALIVED_CONF);

    /// The names that go with what the launcher was called by, which it passes on as a system property.
    public static Names current() {
        if (System.getProperty("holdfast.name", "holdfast").equals("keepalived")) {
            return KEEPALIVED;
        }
        Path config = Files.exists(HOLDFAST_CONF) ? HOLDFAST_CONF : KEEPALIVED_CONF;
        return new Names("holdfast", "Holdfast", config);
    }

    /// The path an option means.
    public static Path absolute(String path) {
        return directory().resolve(path);
    }

    /// Where the daemon was started.
    public static Path directory() {
        return Path.of(System.getProperty("holdfast.directory", "")).toAbsolutePath();
    }

    /// The parent's pid file.
    public Path pidFile(Options options, GlobalSpec global) {
        return pidFile(options.files().pid(), program, options, global);
    }

    /// The VRRP child's pid file.
    public Path vrrpPidFile(Options options, GlobalSpec global) {
        return pidFile(options.files().vrrpPid(), "vrrp", options, global);
    }

    /// The parent's control socket: beside its pid file, whose lock keeps others from it.
    public Path controlSocket(Options options, GlobalSpec global) {
        return Path.of(RunFiles.controlSocket(pidFile(options, global).toString()));
    }

    /// The VRRP child's journal, beside its pid file: who holds the lock of that one has no rival for this one.
    public Path vrrpJournal(Options options, GlobalSpec global) {
        return Path.of(RunFiles.beside(vrrpPidFile(options, global).toString(), ".journal"));
    }

    /// Where a VRRP process notes the scripts it runs.
    public Path vrrpScripts(Options options, GlobalSpec global, int pid) {
        return Path.of(RunFiles.runningScripts(vrrpPidFile(options, global).toString(), pid));
    }

    /// An explicit path; or a file in the run directory, which names the instance where there are several
    /// (`daemon.md` 1.6).
    private Path pidFile(Optional<String> explicit, String name, Options options, GlobalSpec global) {
        if (explicit.isPresent()) {
            return absolute(explicit.get());
        }
        return Path.of(RunFiles.pidFile(runDir(options, global).toString(), name, global.instanceName()));
    }

    private Path runDir(Options options, GlobalSpec global) {
        if (options.files().runDir().isPresent()) {
            return absolute(options.files().runDir().get());
        }
        return Path.of(RunFiles.directory(program, global.usePidDirectory()));
    }
}
