/// Commands in a configuration: as whom they run, and whether somebody else could replace them (`config-language.md`
/// 13, `daemon.md` 4). How they are written is the business of [io.holdfast.config.value.CommandPhrase].
///
/// The rule: what the machine has to say comes from [io.holdfast.config.host.Host], and where it was not asked a
/// command is taken at its word. Start at [io.holdfast.config.script.ScriptAssembly].
@NullMarked
package io.holdfast.config.script;

import org.jspecify.annotations.NullMarked;
