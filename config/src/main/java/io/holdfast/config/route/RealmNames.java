package io.holdfast.config.route;

import java.util.Optional;

/// Realms as they were written: `[SOURCE/]DESTINATION`.
record RealmNames(Optional<Name> source, Name destination) {}
