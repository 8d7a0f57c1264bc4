/// What a keyword table is made of, and the parser driven by it: a [io.holdfast.config.table.Keyword] is one line,
/// and what it was given is kept in a [io.holdfast.config.table.Draft] (`config-language.md` 8).
@NullMarked
package io.holdfast.config.table;

import org.jspecify.annotations.NullMarked;
