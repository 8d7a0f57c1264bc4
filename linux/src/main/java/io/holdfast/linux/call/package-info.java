/// The one door from Java into the kernel: every native call of Holdfast goes through [Kernel].
///
/// Not exported, so that nothing outside this module can make a raw call. Start at [Kernel].
@NullMarked
package io.holdfast.linux.call;

import org.jspecify.annotations.NullMarked;
