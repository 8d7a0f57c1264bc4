/// The journal of the VRRP process: what it is master of, for the process after it, and what happened, for people.
///
/// A file in memory, written with plain stores, so that it costs no system call and survives a SIGKILL at any
/// instruction. The shell maps it, a simulated machine keeps it in an array, and whoever reads it later reads the same.
///
/// The rule: bytes in a buffer that is handed in, and times that are handed in. Start at [Journal] and [Recorder];
/// readers start at [JournalReader].
@NullMarked
package io.holdfast.journal;

import org.jspecify.annotations.NullMarked;
