package io.holdfast.journal;

import io.holdfast.base.MonoTime;
import java.time.Duration;
import java.util.List;

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
    /// @param before   the state it had; empty in the journal of a release that did not say
    /// @param trigger  [io.holdfast.vrrp.Cause.Trigger] by name
    /// @param evidence of the cause
    /// @param rule     of the cause
    record Changed(MonoTime at, String instance, String state, int priority, String trigger, String evidence,
            String rule, String before) implements JournalEvent {}

    /// A sync group has a new state.
    ///
    /// @param state   as notified
    /// @param trigger as with [Changed]
    record GroupChanged(MonoTime at, String group, String state, String trigger, String evidence, String rule)
            implements JournalEvent {}

    /// Trackers gave an instance another priority.
    ///
    /// @param reckoning how it comes about: `base 100, script chk -20`
    record Reprioritized(MonoTime at, String instance, int priority, String reckoning) implements JournalEvent {}

    /// What an instance heard before it changed its state.
    ///
    /// @param source   the router heard last
    /// @param priority as it last advertised
    /// @param arrivals when, the oldest first
    /// @param until    when the decision was made
    record Heard(MonoTime at, String instance, String source, int priority, List<MonoTime> arrivals, MonoTime until)
            implements JournalEvent {
        /// No journal has more of them.
        static final int MOST = 8;

        public Heard {
            arrivals = List.copyOf(arrivals);
        }
    }

    /// What is watched says something else.
    ///
    /// @param kind such as `script`
    /// @param said what it says now
    record Said(MonoTime at, String kind, String name, String said) implements JournalEvent {}

    /// The loop woke so late that somebody had to doubt the silence it heard.
    record Late(MonoTime at, Duration by) implements JournalEvent {}

    /// Somebody set the wall clock.
    ///
    /// @param wallMillis milliseconds since 1970 from then on, at that moment
    record ClockSet(MonoTime at, long wallMillis) implements JournalEvent {}

    /// So many events were left out: there were too many to keep.
    record LeftOut(MonoTime at, long events) implements JournalEvent {}

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
