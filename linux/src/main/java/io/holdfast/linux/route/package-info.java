/// Links and addresses: asking for them, changing them, and hearing of changes (rtnetlink).
///
/// `LinkWire` and `AddressWire` are the bytes, [RouteOps] the operations, [RouteMonitor] the events. Start at
/// [RouteOps].
@NullMarked
package io.holdfast.linux.route;

import org.jspecify.annotations.NullMarked;
