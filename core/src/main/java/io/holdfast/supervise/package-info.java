/// How a parent keeps its children alive, and the settings that belong to processes rather than to protocols.
///
/// The rule: arithmetic and tables only; processes are the shell's. Start at [RespawnDelay].
@NullMarked
package io.holdfast.supervise;

import org.jspecify.annotations.NullMarked;
