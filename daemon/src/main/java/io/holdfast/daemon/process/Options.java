package io.holdfast.daemon.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the command line asks for. The parent passes its own arguments on, so parent and children read the same.
///
/// @param mode         what the program was called for
/// @param modeArgument the file of `-tFILE`, the name of `--signum`; empty if none was given
/// @param test         how `-t` tests
/// @param config       which configuration
/// @param vrrp         whether a VRRP child may run (not with `-C`)
/// @param foreground   `-n`
/// @param respawn      not with `-R`
/// @param release      not with `-V`: masters resign and remove their addresses at the end
/// @param ignoreSigint `--ignore-sigint`
/// @param logging      where lines go
/// @param files        pid files and the run directory
/// @param umask        `-u`
/// @param problems     what was wrong with the arguments; any one ends the program with status 1
/// @param warnings     what was accepted but does nothing
public record Options(Mode mode, String modeArgument, Test test, Config config, boolean vrrp, boolean foreground,
        boolean respawn, boolean release, boolean ignoreSigint, Logging logging, Files files,
        Optional<Integer> umask, List<String> problems, List<String> warnings) {

    /// What to do at all.
    public enum Mode { RUN, CONFIG_TEST, VERSION, HELP, SIGNUM }

    /// @param json    `--format json`
    /// @param offline `--offline`: apart from this machine, whose interfaces are not asked for
    public record Test(boolean json, boolean offline) {}

    /// @param file   `-f`; empty for the built-in default
    /// @param id     `-i`; empty for the host's name
    /// @param strict `-e`: every missing file is an error
    public record Config(Optional<String> file, Optional<String> id, boolean strict) {}

    /// @param console  `-l`, only in the foreground
    /// @param detail   `-D`
    /// @param facility syslog facility number
    /// @param syslog   not with `-G`
    public record Logging(boolean console, boolean detail, int facility, boolean syslog) {}

    /// @param runDir  `--run-dir`
    /// @param pid     `-p`
    /// @param vrrpPid `-r`
    public record Files(Optional<String> runDir, Optional<String> pid, Optional<String> vrrpPid) {}

    public static Options parse(List<String> arguments) {
        Draft draft = new Draft();
        List<String> extra = new OptionTable(draft).read(arguments);
        if (!extra.isEmpty()) {
            draft.warnings.add("ignored: " + String.join(" ", extra));
        }
        return draft.options();
    }

    private static final class Draft implements OptionTable.Sink {
        private static final int LOG_DAEMON = 3;
        private static final int LOG_USER = 1;
        private static final int LOG_LOCAL0 = 16;

        private Mode mode = Mode.RUN;
        private Optional<String> configFile = Optional.empty();
        private Optional<String> configId = Optional.empty();
        private Optional<String> runDir = Optional.empty();
        private Optional<String> pid = Optional.empty();
        private Optional<String> vrrpPid = Optional.empty();
        private Optional<Integer> umask = Optional.empty();
        private String modeArgument = "";
        private boolean json;
        private boolean offline;
        private boolean allConfig;
        private boolean vrrp = true;
        private boolean foreground;
        private boolean respawn = true;
        private boolean release = true;
        private boolean ignoreSigint;
        private boolean console;
        private boolean detail;
        private boolean syslog = true;
        private int facility = LOG_DAEMON;
        private final List<String> problems = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();

        @Override
        public void option(String name, String value) {
            switch (name) {
                case "use-file" -> configFile = Optional.of(value);
                case "config-id" -> configId = Optional.of(value);
                case "all-config" -> allConfig = true;
                case "run-dir" -> runDir = Optional.of(value);
                case "pid" -> pid = Optional.of(value);
                case "vrrp_pid" -> vrrpPid = Optional.of(value);
                case "check" -> vrrp = false;
                case "all" -> vrrp = true;
                // The processes these are about do not exist yet, so there is nothing to leave out or to name.
                case "vrrp", "no_bfd", "checkers_pid", "bfd_pid" -> { }
                case "dont-fork" -> foreground = true;
                case "dont-respawn" -> respawn = false;
                case "dont-release-vrrp" -> release = false;
                case "ignore-sigint" -> ignoreSigint = true;
                case "log-console" -> console = true;
                case "log-detail" -> detail = true;
                case "no-syslog" -> syslog = false;
                case "log-facility" -> facility = facility(value);
                case "umask" -> umask = umask(value);
                case "config-test" -> mode(Mode.CONFIG_TEST, value);
                case "format" -> json = json(value);
                case "offline" -> offline = true;
                case "version" -> mode = Mode.VERSION;
                case "help" -> mode = Mode.HELP;
                case "signum" -> mode(Mode.SIGNUM, value);
                case "log-file", "flush-log-file" -> problem("this build cannot log to a file: --" + name);
                // Running in another namespace than the one asked for would be worse than not running.
                case "namespace", "genhash", "config-fd" -> problem("not supported yet: --" + name);
                default -> warnings.add("option --" + name + " has no effect yet");
            }
        }

        private void mode(Mode asked, String argument) {
            mode = asked;
            modeArgument = argument;
        }

        private boolean json(String value) {
            if (!value.equals("json") && !value.equals("text")) {
                problem("--format is text or json, not \"" + value + "\"");
            }
            return value.equals("json");
        }

        /// A bad value is reported and the default kept (`daemon.md` 2.1).
        private int facility(String value) {
            if (value.equals("daemon")) {
                return LOG_DAEMON;
            }
            if (value.equals("user")) {
                return LOG_USER;
            }
            String number = value.startsWith("local") ? value.substring(5) : value;
            if (number.length() == 1 && number.charAt(0) >= '0' && number.charAt(0) <= '7') {
                return LOG_LOCAL0 + number.charAt(0) - '0';
            }
            warnings.add("\"" + value + "\" is no syslog facility (0 to 7, local0 to local7, user, daemon);"
                    + " using daemon");
            return LOG_DAEMON;
        }

        private Optional<Integer> umask(String value) {
            try {
                int mask = Integer.decode(value);
                if (mask >= 0 && mask <= 0777) {
                    return Optional.of(mask);
                }
            } catch (NumberFormatException e) {
                // Reported below, like a number out of range.
            }
            warnings.add("\"" + value + "\" is no file mode mask from 0 to 0777; keeping the default");
            return Optional.empty();
        }

        @Override
        public void problem(String message) {
            problems.add(message);
        }

        private Options options() {
            return new Options(mode, modeArgument, new Test(json, offline),
                    new Config(configFile, configId, allConfig), vrrp, foreground, respawn, release, ignoreSigint,
                    new Logging(console, detail, facility, syslog), new Files(runDir, pid, vrrpPid), umask,
                    List.copyOf(problems), List.copyOf(warnings));
        }
    }
}
