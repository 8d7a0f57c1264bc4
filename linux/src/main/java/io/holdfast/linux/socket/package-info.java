/// Sockets that the JDK does not have: raw VRRP, link layer frames, Unix sequenced packets and datagrams.
///
/// The same rule as in `sys`: one method for each kernel operation. Sending and receiving allocate nothing, throw
/// nothing and report errno, since refusal is normal there. Start at [VrrpSendSocket] and [VrrpReceiveSocket]; what
/// differs between IPv4 and IPv6 is in [IpOptions].
@NullMarked
package io.holdfast.linux.socket;

import org.jspecify.annotations.NullMarked;
