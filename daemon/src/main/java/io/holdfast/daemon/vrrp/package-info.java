/// The VRRP process: sockets, netlink and timers around [io.holdfast.node.Node].
///
/// The rule: it decides nothing. Whatever happens becomes an event, whatever is to be done comes as an action, in one
/// loop on one thread. Start at [VrrpMain] and [VrrpLoop].
@NullMarked
package io.holdfast.daemon.vrrp;

import org.jspecify.annotations.NullMarked;
