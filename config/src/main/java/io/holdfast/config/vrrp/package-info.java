/// Virtual routers: their tables, and what makes specifications of them (`config-language.md` 11 and 15).
@NullMarked
package io.holdfast.config.vrrp;

import org.jspecify.annotations.NullMarked;
