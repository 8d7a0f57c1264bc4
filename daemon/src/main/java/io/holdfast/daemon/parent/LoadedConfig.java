package io.holdfast.daemon.parent;

import io.holdfast.config.Configuration;
import java.time.Duration;

/// A configuration as the parent read it: what it means to the parent, and the text the children read it from.
///
/// @param configuration what was understood
/// @param snapshot      the expanded lines, as they are sent to children
record LoadedConfig(Configuration configuration, Bytes snapshot) {

    /// `child_wait_time` where none is configured.
    static final Duration DEFAULT_CHILD_WAIT = Duration.ofSeconds(5);

    /// Bytes that nobody compares.
    static final class Bytes {
        private final byte[] content;

        Bytes(byte[] content) {
            this.content = content;
        }
    }

    byte[] snapshotBytes() {
        return snapshot.content;
    }

    Duration childWaitTime() {
        return configuration.global().childWait();
    }

    boolean hasVrrp() {
        return configuration.hasVrrp();
    }
}
