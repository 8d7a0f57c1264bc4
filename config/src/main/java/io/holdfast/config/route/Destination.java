package io.holdfast.config.route;

import io.holdfast.base.Prefix;
import java.util.Optional;

/// Where a route leads to, or what a rule is about, as it was written.
///
/// @param prefix empty for `default`, `any` and `all`, which are of no family
record Destination(Optional<Prefix> prefix) {}
