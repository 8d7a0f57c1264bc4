/// Load balancing: virtual servers, real servers, groups of them, and what checks need to know about them.
///
/// Which kinds of check there are is not known here. They are handed in as a [io.holdfast.config.lvs.CheckCatalog],
/// each of them a [io.holdfast.config.lvs.CheckKind] with a keyword table of its own. Start at
/// [io.holdfast.config.lvs.LvsRoot] for keywords, at [io.holdfast.config.lvs.LvsAssembly] for what is made of them.
/// Numbers such as "1.3" are sections of `docs/spec/checkers-ipvs.md`, those from 8 on, as well as 15.5 to 15.7, of
/// `docs/spec/config-language.md`.
@NullMarked
package io.holdfast.config.lvs;

import org.jspecify.annotations.NullMarked;
