/// The kinds of health check.
///
/// A kind is one file: its record, which is its specification, its keyword table, and what is made of that. Start at
/// [io.holdfast.checkers.CheckKinds]. How often a check runs and how failures count is the same for all and stands in
/// `health` in core.
///
/// The rule: a table comes into being when its block is first met, and nothing here is loaded before the first real
/// server is. Numbers such as "2.3" are sections of `docs/spec/checkers-ipvs.md`.
@NullMarked
package io.holdfast.checkers;

import org.jspecify.annotations.NullMarked;
