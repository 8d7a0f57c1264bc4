/// Files into a [io.holdfast.config.text.Snapshot], the fully expanded lines with their origins; and those lines, words
/// and braces for whoever parses them (`config-language.md` 2 to 7).
@NullMarked
package io.holdfast.config.text;

import org.jspecify.annotations.NullMarked;
