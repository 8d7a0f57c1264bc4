/// What the processes of the daemon say to each other, and how it looks as bytes.
///
/// The rule: messages are plain records, codecs are written by hand and bounded. Start at [ControlMessage].
@NullMarked
package io.holdfast.control;

import org.jspecify.annotations.NullMarked;
