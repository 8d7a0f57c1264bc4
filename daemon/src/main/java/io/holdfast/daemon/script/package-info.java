/// Programs that the operator has the daemon run: started, limited in time and collected on a thread of their own
/// (`daemon.md` 4), so that nothing of it delays the loop of a process.
///
/// The rule: the thread exists from the first script on and never before; what it knows it tells through an
/// [io.holdfast.daemon.script.Inbox]. Start at [io.holdfast.daemon.script.ScriptRunner].
@NullMarked
package io.holdfast.daemon.script;

import org.jspecify.annotations.NullMarked;
