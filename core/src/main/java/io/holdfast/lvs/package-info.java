/// Load balancing: virtual servers, the real servers behind them, and groups of addresses and marks.
///
/// Start at [LvsSpec]. Sections are those of `docs/spec/checkers-ipvs.md`; ports are 1 to 65535, or 0 where a port may
/// be left out.
@NullMarked
package io.holdfast.lvs;

import org.jspecify.annotations.NullMarked;
