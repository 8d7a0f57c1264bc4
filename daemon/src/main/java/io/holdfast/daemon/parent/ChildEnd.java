package io.holdfast.daemon.parent;

import io.holdfast.linux.sys.ExitStatus;
import io.holdfast.linux.sys.Signals;
import io.holdfast.supervise.ExitCode;

/// What the log says about the end of a child.
final class ChildEnd {
    private ChildEnd() {}

    static String permanent(ChildKind kind, int code) {
        String reason = switch (code) {
            case ExitCode.CONFIG -> "its configuration cannot run";
            case ExitCode.PERMISSION -> "a permission is missing";
            default -> "a fatal error";
        };
        return kind.title + " child process exited with status " + code + " (" + reason
                + "), which will not get better: terminating";
    }

    static String describe(ChildKind kind, int pid, ExitStatus status) {
        String who = kind.title + " child process(" + pid + ") ";
        return switch (status) {
            case ExitStatus.Exited(int code) -> who + "exited with status " + code;
            case ExitStatus.Killed(int signal, boolean dumped) -> who + "was ended by signal " + signal
                    + (dumped ? " (core dumped)" : "")
                    + (signal == Signals.SIGXCPU ? "; it used more CPU time than vrrp_rlimit_rttime allows" : "");
        };
    }
}
