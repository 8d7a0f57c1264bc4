package io.holdfast.notify;

import io.holdfast.script.CommandSpec;
import java.util.Optional;

/// Who is told of the transitions of an instance or a sync group.
///
/// @param backup          `notify_backup`
/// @param master          `notify_master`
/// @param fault           `notify_fault`
/// @param stop            `notify_stop`
/// @param every           `notify`, run on every transition with four arguments more
/// @param lowerPriority   `notify_master_rx_lower_pri`
/// @param deleted         `notify_deleted`
/// @param mail            `smtp_alert`
/// @param priorityChanges `notify_priority_changes`: pipes are told of changed priorities, too
public record NotifySpec(Optional<CommandSpec> backup, Optional<CommandSpec> master, Optional<CommandSpec> fault,
        Optional<CommandSpec> stop, Optional<CommandSpec> every, Optional<CommandSpec> lowerPriority,
        Deletion deleted, boolean mail, boolean priorityChanges) {

    /// Nobody.
    public static final NotifySpec NONE = new NotifySpec(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), Deletion.AsFault.DEFAULT, false, false);

    /// What becomes known of an instance that a reload removed.
    public sealed interface Deletion {
        /// That it is in fault, as ever.
        record AsFault() implements Deletion {
            public static final AsFault DEFAULT = new AsFault();
        }

        /// That it is deleted.
        ///
        /// @param command run for it, too
        record Announced(Optional<CommandSpec> command) implements Deletion {}
    }
}
