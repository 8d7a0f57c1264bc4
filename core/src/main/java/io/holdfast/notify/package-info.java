/// Who is told of a transition (`daemon.md` 5).
@NullMarked
package io.holdfast.notify;

import org.jspecify.annotations.NullMarked;
