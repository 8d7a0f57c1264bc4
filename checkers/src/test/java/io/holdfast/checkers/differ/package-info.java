/// The configuration language held against the installed keepalived: files drawn from the keyword tables, both readers'
/// verdicts side by side, and one table of what may differ and why. Start at [KeepalivedLabTest].
@NullMarked
package io.holdfast.checkers.differ;

import org.jspecify.annotations.NullMarked;
