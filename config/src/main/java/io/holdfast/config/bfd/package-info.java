/// BFD sessions.
@NullMarked
package io.holdfast.config.bfd;

import org.jspecify.annotations.NullMarked;
