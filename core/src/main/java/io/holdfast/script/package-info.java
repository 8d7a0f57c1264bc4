/// Programs that the operator has the daemon run, and on whose behalf (`config-language.md` 13, `daemon.md` 4).
///
/// The rule: a command is a list of arguments, never a line for a shell. Start at [CommandSpec]; how one is ended that
/// takes too long is [Escalation].
@NullMarked
package io.holdfast.script;

import org.jspecify.annotations.NullMarked;
