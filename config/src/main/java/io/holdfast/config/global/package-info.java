/// The daemon as a whole: `global_defs`, and what stands at the top level beside it.
@NullMarked
package io.holdfast.config.global;

import org.jspecify.annotations.NullMarked;
