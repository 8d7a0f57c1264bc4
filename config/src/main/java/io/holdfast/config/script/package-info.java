/// Commands in a configuration: how they are written, as whom they run, and whether somebody else could replace them
/// (`config-language.md` 13, `daemon.md` 4).
///
/// The rule: what the machine has to say comes from [io.holdfast.config.host.Host], and where it was not asked a
/// command is taken at its word. Start at [io.holdfast.config.script.ScriptAssembly].
@NullMarked
package io.holdfast.config.script;

import org.jspecify.annotations.NullMarked;
