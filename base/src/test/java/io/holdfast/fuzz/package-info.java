/// Fuzz targets: tried with their seeds in every test run, and with coverage-guided input for a while by `./verify`.
///
/// The rule: a target is a pure function of its bytes, so that a finding is a file. Start at [FuzzTarget].
@NullMarked
package io.holdfast.fuzz;

import org.jspecify.annotations.NullMarked;
