/// Load balancing: virtual servers, real servers and their checkers.
@NullMarked
package io.holdfast.config.lvs;

import org.jspecify.annotations.NullMarked;
