package io.holdfast.config.lvs;

import io.holdfast.config.text.Place;

/// What other parts of the file define for checks to refer to by name: what stands further up counts (8.5).
public interface References {
    /// Whether there is a `bfd_instance` of that name that tells checks of its state.
    boolean hasBfd(String name, Place reference);

    /// Whether there is a `track_file` of that name.
    boolean hasTrackFile(String name, Place reference);
}
