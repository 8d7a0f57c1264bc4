package io.holdfast.config.vrrp;

import io.holdfast.config.global.MailKeywords;
import io.holdfast.config.global.ScriptKeywords;
import io.holdfast.config.script.ScriptAssembly;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.value.Command;
import io.holdfast.notify.NotifySpec;
import io.holdfast.notify.NotifySpec.Deletion;
import io.holdfast.script.CommandSpec;
import java.util.Optional;

/// Makes a [NotifySpec] of what an instance or a sync group says about who is told of its transitions.
final class NotifyAssembly {
    private final ScriptAssembly scripts;
    private final boolean mail;
    private final boolean priorityChanges;

    NotifyAssembly(Draft global, ScriptAssembly scripts) {
        this.scripts = scripts;
        mail = global.value(MailKeywords.ALERT_VRRP, global.value(MailKeywords.ALERT, false));
        priorityChanges = global.value(ScriptKeywords.PRIORITY_CHANGES, false);
    }

    /// Of a sync group, which nobody misses once it is deleted.
    NotifySpec ofGroup(Draft draft, String name) {
        return spec(draft, SyncGroupKeywords.NOTIFY, name, priorityChanges, Optional.empty(),
                Deletion.AsFault.DEFAULT);
    }

    /// @param group what the sync group says about changed priorities
    NotifySpec ofInstance(Draft draft, String name, Optional<Boolean> group) {
        boolean changes = group.isPresent() ? group.get() : priorityChanges;
        return spec(draft, InstanceKeywords.NOTIFY, name, changes,
                command(draft, InstanceKeywords.NOTIFY_MASTER_RX_LOWER_PRI, name), deletion(draft, name));
    }

    private NotifySpec spec(Draft draft, NotifyKeywords keywords, String name, boolean changes,
            Optional<CommandSpec> lowerPriority, Deletion deletion) {
        return new NotifySpec(command(draft, keywords.backup, name), command(draft, keywords.master, name),
                command(draft, keywords.fault, name), command(draft, keywords.stop, name),
                command(draft, keywords.every, name), lowerPriority, deletion, draft.value(keywords.mail, mail),
                draft.value(keywords.priorityChanges, changes));
    }

    private Optional<CommandSpec> command(Draft draft, Keyword<Command> keyword, String name) {
        Optional<Command> command = draft.value(keyword);
        return command.isEmpty() ? Optional.empty()
                : scripts.notification(command.get(), keyword.name() + " of " + name + " is left out");
    }

    private Deletion deletion(Draft draft, String name) {
        Optional<Optional<Command>> written = draft.value(InstanceKeywords.NOTIFY_DELETED);
        if (written.isEmpty()) {
            return Deletion.AsFault.DEFAULT;
        }
        Optional<Command> command = written.get();
        return new Deletion.Announced(command.isEmpty() ? Optional.empty() : scripts.notification(command.get(),
                "nothing is run when " + name + " is deleted"));
    }
}
