package io.holdfast.lvs;

import java.util.Optional;

/// Who is told when something comes up or goes down.
///
/// @param up        what is run when it comes up
/// @param down      what is run when it goes down
/// @param smtpAlert whether a mail is sent; empty for what `global_defs` says
public record AlertSpec(Optional<Command> up, Optional<Command> down, Optional<Boolean> smtpAlert) {}
