package io.holdfast.journal;

import io.holdfast.base.MonoTime;

/// Something that happened, as a journal keeps it. What other parts of the system call by name is text here: a reader
/// may be of another release than the writer.
public sealed interface JournalEvent {

    /// When, by the clock of the machine; [Started] says what that is in people's time.
    MonoTime at();

    /// A process began to write.
    ///
    /// @param wallMillis milliseconds since 1970 at that moment
    /// @param instances  how many it was configured with
    record Started(MonoTime at, long wallMillis, int pid, int instances) implements JournalEvent {}

    /// Another configuration took effect.
    record Reloaded(MonoTime at, int instances) implements JournalEvent {}

    /// The process was told to end, and does so in good order.
    record Stopped(MonoTime at) implements JournalEvent {}

    /// An instance has a new state.
    ///
    /// @param state    as notified, such as `MASTER`
    /// @param trigger  [io.holdfast.vrrp.Cause.Trigger] by name
    /// @param evidence of the cause
    /// @param rule     of the cause
    record Changed(MonoTime at, String instance, String state, int priority, String trigger, String evidence,
            String rule) implements JournalEvent {}

    /// An instance is master as the process before was; nobody was notified.
    ///
    /// @param since when the mastership began
    record Resumed(MonoTime at, String instance, int priority, MonoTime since, String evidence)
            implements JournalEvent {}

    /// A packet was not listened to, for the first time for this reason.
    ///
    /// @param source the sender
    /// @param reason [io.holdfast.vrrp.Refusal] by name
    record Refused(MonoTime at, String instance, String source, String reason) implements JournalEvent {}
}
