/// The VRRP election: who holds the addresses of an instance, and when that changes.
///
/// Pure functions: time and decoded packets arrive as events, every effect leaves as an action, so a recorded
/// run replays exactly. Start at [VrrpMachine], whose methods follow RFC 9568 section 6.4, with [VrrpSpec] for what
/// is configured and [VrrpState] for what is remembered. Bytes are the business of [AdvertWire], [AdvertChecks] and
/// [OutgoingAdvert].
@NullMarked
package io.holdfast.vrrp;

import org.jspecify.annotations.NullMarked;
