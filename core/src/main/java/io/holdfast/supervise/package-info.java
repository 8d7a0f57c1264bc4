/// What the parent of the processes is configured to do, and how each process is to run.
///
/// The rule: no IO, threads, clock, randomness or logger. Start at [GlobalSpec].
@NullMarked
package io.holdfast.supervise;

import org.jspecify.annotations.NullMarked;
