/// The parent process: reads the configuration, starts and watches the children, coordinates reload and stop.
///
/// The rule: no protocol runs here, so that nothing here can delay one. Start at [Main] and [Parent].
@NullMarked
package io.holdfast.daemon.parent;

import org.jspecify.annotations.NullMarked;
