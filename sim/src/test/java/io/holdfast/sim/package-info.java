/// Whole clusters under simulated trouble. One class for each kind of trouble, and [RandomClusterSimTest] for what
/// nobody thought of.
@NullMarked
package io.holdfast.sim;

import org.jspecify.annotations.NullMarked;
