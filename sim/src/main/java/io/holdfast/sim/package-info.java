/// Clusters of simulated machines that run the production `Node`, under a clock and a network that do as they are told.
///
/// The rule: nothing of core is imitated. A simulated machine stands in for `daemon` and `linux` only: packets are
/// encoded by core's encoder and travel as bytes, kernel notifications arrive late and in order, answers to address
/// changes arrive later still. One thread, no wall clock, all chance from one seed, so a seed is a run. After every
/// step the [holding][Holdings] and of the [election][Elections] are checked. Start at [Simulation].
@NullMarked
package io.holdfast.sim;

import org.jspecify.annotations.NullMarked;
