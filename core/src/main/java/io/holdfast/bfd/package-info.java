/// BFD sessions (RFC 5880, 5881, 5883): what is configured of them. Sections are those of
/// `docs/spec/checkers-ipvs.md`.
@NullMarked
package io.holdfast.bfd;

import org.jspecify.annotations.NullMarked;
