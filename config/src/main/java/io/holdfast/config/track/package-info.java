/// What is watched beside the election, and who tracks it (`config-language.md` 12, 15.2 to 15.4; `vrrp.md` 6).
///
/// A tracker is referred to by name, and has to come earlier in the text than who tracks it: see
/// [io.holdfast.config.track.Trackers]. Start at [io.holdfast.config.track.TrackRoot].
@NullMarked
package io.holdfast.config.track;

import org.jspecify.annotations.NullMarked;
