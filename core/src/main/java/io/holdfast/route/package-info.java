/// What is routed how: the routes and policy rules a master brings along, and those that are there as long as the
/// daemon runs, as they were configured (`config-language.md` 11).
///
/// Numbers are those of rtnetlink; names have been looked up. Start at [io.holdfast.route.RouteSpec] and
/// [io.holdfast.route.RuleSpec].
@NullMarked
package io.holdfast.route;

import org.jspecify.annotations.NullMarked;
