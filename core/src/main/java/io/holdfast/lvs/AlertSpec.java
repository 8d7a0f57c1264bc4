package io.holdfast.lvs;

import io.holdfast.script.CommandSpec;
import java.util.Optional;

/// Who is told when something comes up or goes down.
///
/// @param up        what is run when it comes up
/// @param down      what is run when it goes down
/// @param smtpAlert whether a mail is sent
public record AlertSpec(Optional<CommandSpec> up, Optional<CommandSpec> down, boolean smtpAlert) {
    public static final AlertSpec NONE = new AlertSpec(Optional.empty(), Optional.empty(), false);
}
