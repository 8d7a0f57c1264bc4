/// Value types that at least two rooms need: points in time, addresses, prefixes.
///
/// The rule: no dependencies and no policy. A type moves here once a second room needs it.
/// Start at [IpAddress] and [MonoTime].
@NullMarked
package io.holdfast.base;

import org.jspecify.annotations.NullMarked;
