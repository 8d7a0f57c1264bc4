/// A whole node: all instances, the interfaces they depend on, their timers.
///
/// The rule: no IO, threads, clock, randomness or logger. Start at [Node].
@NullMarked
package io.holdfast.node;

import org.jspecify.annotations.NullMarked;
