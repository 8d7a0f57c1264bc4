package io.holdfast.config.vrrp;

import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.value.Command;
import io.holdfast.config.value.CommandPhrase;
import io.holdfast.config.value.Values;

/// Who is told of transitions, which instances and sync groups have in common.
final class NotifyKeywords {
    private static final CommandPhrase COMMAND = new CommandPhrase(true);

    final Keyword<Command> backup;
    final Keyword<Command> master;
    final Keyword<Command> fault;
    final Keyword<Command> stop;
    final Keyword<Command> every;
    final Keyword<Boolean> mail;
    final Keyword<Boolean> priorityChanges;

    /// Adds them to a table.
    NotifyKeywords(Rows rows) {
        Rows scripts = rows.keepingFirst();
        backup = scripts.phrase("notify_backup", COMMAND, "Run on the transition to BACKUP.");
        master = scripts.phrase("notify_master", COMMAND, "Run on the transition to MASTER.");
        fault = scripts.phrase("notify_fault", COMMAND, "Run on the transition to FAULT.");
        stop = scripts.phrase("notify_stop", COMMAND, "Run when the daemon stops.");
        every = scripts.phrase("notify", COMMAND, "Run on every transition, with four arguments more.");
        mail = rows.optional("smtp_alert", Values.BOOL, true, "Mail is sent on transitions.");
        priorityChanges = rows.optional("notify_priority_changes", Values.BOOL, true,
                "Pipes are told of changed priorities, too.");
    }
}
