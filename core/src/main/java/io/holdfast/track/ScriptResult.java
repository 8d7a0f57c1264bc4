package io.holdfast.track;

/// How a run of a script ended.
///
/// @param kind   how
/// @param number the exit status or the signal; 0 otherwise
public record ScriptResult(Kind kind, int number) {
    public static final ScriptResult SUCCESS = new ScriptResult(Kind.EXITED, 0);

    /// Ways to end.
    public enum Kind {
        EXITED, SIGNALLED,
        /// It took longer than it may and was ended.
        TIMED_OUT,
        /// It could not be started.
        NOT_STARTED
    }

    /// Whether all is well.
    public boolean isSuccess() {
        return kind == Kind.EXITED && number == 0;
    }

    @Override
    public String toString() {
        return switch (kind) {
            case EXITED -> "exit status " + number;
            case SIGNALLED -> "signal " + number;
            case TIMED_OUT -> "timed out";
            case NOT_STARTED -> "could not be started";
        };
    }
}
