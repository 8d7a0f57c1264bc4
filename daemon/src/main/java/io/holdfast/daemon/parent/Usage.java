package io.holdfast.daemon.parent;

import io.holdfast.daemon.process.Names;
import io.holdfast.supervise.ExitCode;

/// The answers to `-v`, `-h` and `--signum`. As with keepalived the first two go to standard error.
final class Usage {
    static final String VERSION = "0.1.0";
    static final String PRODUCT = "Holdfast v" + VERSION;

    private static final String HELP = """
            Options, as keepalived has them:
              -f, --use-file=FILE          the configuration file
              -t, --config-test[=FILE]     test the configuration; findings go to standard error or FILE
              -n, --dont-fork              stay in the foreground
              -l, --log-console            with -n, log to standard error too
              -D, --log-detail             log more
              -S, --log-facility=FACILITY  0 to 7, local0 to local7, user, daemon
              -G, --no-syslog              do not log to syslog
              -P, --vrrp                   only VRRP
              -C, --check                  no VRRP
              -B, --no_bfd                 no BFD
              -R, --dont-respawn           end when a child dies
              -V, --dont-release-vrrp      leave the addresses where they are at the end
              -i, --config-id=ID           what @ID lines are compared with
              -e, --all-config             every include must succeed
              -p, --pid=FILE               pid file of the parent
              -r, --vrrp_pid=FILE          pid file of the VRRP process
              -c, --checkers_pid=FILE      pid file of the checker process
              -b, --bfd_pid=FILE           pid file of the BFD process
              -u, --umask=MASK             file creation mask
                  --ignore-sigint          leave SIGINT without effect
                  --signum=NAME            print the number of a signal: STOP RELOAD DATA STATS STATS_CLEAR JSON
              -v, --version                print the version
              -h, --help                   print this
            Of its own:
                  --run-dir=DIR            directory for pid files and state
                  --format=FORMAT          of the findings of -t: text or json
                  --offline                with -t, test apart from this machine: every interface exists
            """;

    private Usage() {}

    static int version() {
        System.err.println(PRODUCT);
        System.err.println("Java " + Runtime.version() + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.version") + " " + System.getProperty("os.arch"));
        return ExitCode.OK;
    }

    static int help(Names names) {
        System.err.println("Usage: " + names.program() + " [OPTION...]");
        System.err.print(HELP);
        return ExitCode.OK;
    }

    static int signalNumber(String name) {
        int number = switch (name) {
            case "STOP" -> 15;
            case "RELOAD" -> 1;
            case "DATA" -> 10;
            case "STATS" -> 12;
            case "STATS_CLEAR" -> 63;
            case "JSON" -> 36;
            default -> 0;
        };
        if (number == 0) {
            System.err.println("\"" + name + "\" is none of STOP RELOAD DATA STATS STATS_CLEAR JSON");
            return ExitCode.FATAL;
        }
        System.out.println(number);
        return ExitCode.OK;
    }
}
