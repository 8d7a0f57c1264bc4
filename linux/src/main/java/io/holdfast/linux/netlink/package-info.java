/// Netlink, the messages in which Linux takes and reports network configuration.
///
/// ```
/// |<-- nlmsghdr 16 -->|<- family header ->|<------------ attributes ------------>|
/// | len type flags .. | ifaddrmsg 8, ...  | len type value pad | len type value ..|
/// ```
/// This package knows the frame and not the meaning: that is in `route` and its like. Everything is in the machine's
/// byte order, except what the protocol inside says otherwise. Start at [NetlinkWriter] and [NetlinkReader].
@NullMarked
package io.holdfast.linux.netlink;

import org.jspecify.annotations.NullMarked;
