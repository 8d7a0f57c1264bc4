/// The kinds of value that several tables share (`config-language.md` 9 and 10).
@NullMarked
package io.holdfast.config.value;

import org.jspecify.annotations.NullMarked;
