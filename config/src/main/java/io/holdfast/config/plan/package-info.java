/// What a reload would do, in words.
@NullMarked
package io.holdfast.config.plan;

import org.jspecify.annotations.NullMarked;
