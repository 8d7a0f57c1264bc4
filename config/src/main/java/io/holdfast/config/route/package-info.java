/// Routes and policy rules: their tables, and what makes specifications of them (`config-language.md` 11.2 to 11.4).
///
/// Start at [io.holdfast.config.route.RouteKeywords] for what may be written and at
/// [io.holdfast.config.route.RouteAssembly] for what becomes of it.
@NullMarked
package io.holdfast.config.route;

import org.jspecify.annotations.NullMarked;
