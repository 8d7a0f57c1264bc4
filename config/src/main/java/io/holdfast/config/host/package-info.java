/// What a configuration is read from and judged against: files, interfaces, and what else the machine knows. Nothing in
/// the other packages looks anywhere else.
@NullMarked
package io.holdfast.config.host;

import org.jspecify.annotations.NullMarked;
