/// Health of servers: what is common to all kinds of check.
///
/// A kind of check is a [io.holdfast.health.CheckSpec] of its own in room checkers; how often a check runs and how many
/// failures count is [io.holdfast.health.CheckTiming], the same for each. Sections are those of
/// `docs/spec/checkers-ipvs.md`.
@NullMarked
package io.holdfast.health;

import org.jspecify.annotations.NullMarked;
