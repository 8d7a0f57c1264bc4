package io.holdfast.linux.sys;

/// How a process ended.
public sealed interface ExitStatus {
    /// It returned or called exit.
    record Exited(int code) implements ExitStatus {}

    /// A signal ended it.
    record Killed(int signal, boolean coreDumped) implements ExitStatus {}
}
