/// What every process of the daemon shares: its command line, its log, its names, its end of the control socket.
///
/// The rule: nothing here knows VRRP or checks. Start at [Options] and [Log].
@NullMarked
package io.holdfast.daemon.process;

import org.jspecify.annotations.NullMarked;
