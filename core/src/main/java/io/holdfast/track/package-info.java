/// What is watched beside the election: scripts, files, processes, links; and who depends on it (`vrrp.md` 5 and 6).
///
/// The rule: a tracker knows nothing of those who track it; a [io.holdfast.track.Tracked] names it.
/// Start at [io.holdfast.track.TrackerSpec].
@NullMarked
package io.holdfast.track;

import org.jspecify.annotations.NullMarked;
