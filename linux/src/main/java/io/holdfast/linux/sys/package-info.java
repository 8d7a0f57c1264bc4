/// Processes, descriptors, timers, signals and scheduling: the parts of the kernel that have no network in them.
///
/// One method for each kernel operation: no retries, no policy, no logging. An errno that a caller must expect is part
/// of the result, any other is a [KernelException]. An object belongs to one thread at a time unless it says otherwise,
/// and must not be used after it is closed. Start at [Epoll] and [Descriptor].
@NullMarked
package io.holdfast.linux.sys;

import org.jspecify.annotations.NullMarked;
