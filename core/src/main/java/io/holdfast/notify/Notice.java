package io.holdfast.notify;

/// Something about an instance or a sync group that operators may want to be told of (`daemon.md` 5).
///
/// @param subject   what kind of thing it is about
/// @param name      its name
/// @param event     what happened
/// @param priority  the effective priority then; 0 for a group
/// @param spec      who is told
/// @param pipesOnly whether only pipes are told: nothing happened, somebody asked for the present state
public record Notice(Subject subject, String name, Event event, int priority, NotifySpec spec, boolean pipesOnly) {

    /// With the word that scripts and pipes are given.
    public enum Subject { INSTANCE, GROUP }

    /// With the word that scripts and pipes are given.
    public enum Event {
        MASTER, BACKUP, FAULT, STOP, DELETED,
        /// A master heard somebody of lower priority.
        MASTER_RX_LOWER_PRI,
        /// A master has another priority.
        MASTER_PRIORITY,
        /// Anybody else has another priority.
        BACKUP_PRIORITY
    }

    /// Something happened.
    public Notice(Subject subject, String name, Event event, int priority, NotifySpec spec) {
        this(subject, name, event, priority, spec, false);
    }
}
