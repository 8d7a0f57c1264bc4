package io.holdfast.config.lvs;

import io.holdfast.config.script.ScriptAssembly;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Reporter;
import io.holdfast.config.value.Command;
import io.holdfast.script.CommandSpec;
import io.holdfast.supervise.ServicesSpec;
import java.util.Optional;

/// What all servers have around them.
///
/// @param global     what holds unless servers say it
/// @param references what checks may refer to
/// @param scripts    what makes commands of words
record Context(ServicesSpec global, References references, ScriptAssembly scripts, Reporter report) {
    /// What is run when something happens; empty if it cannot be run, which is reported.
    ///
    /// @param of whose keyword it is
    Optional<CommandSpec> notification(Draft draft, Keyword<Command> keyword, String of) {
        Optional<Command> command = draft.value(keyword);
        return command.isEmpty() ? Optional.empty()
                : scripts.notification(command.get(), keyword.name() + " of " + of + " is left out");
    }
}
