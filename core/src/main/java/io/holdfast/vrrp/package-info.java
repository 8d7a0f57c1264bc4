/// The VRRP election: who holds the addresses of an instance, and when that changes.
///
/// Pure functions: time and decoded packets arrive as events, every effect leaves as an action, so a recorded
/// run replays exactly. Start at [VrrpSpec] for what is configured.
@NullMarked
package io.holdfast.vrrp;

import org.jspecify.annotations.NullMarked;
