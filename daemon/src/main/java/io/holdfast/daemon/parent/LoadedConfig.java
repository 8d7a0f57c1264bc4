package io.holdfast.daemon.parent;

import io.holdfast.config.Configuration;
import io.holdfast.supervise.GlobalSpec;

/// A configuration as the parent read it: what it means to the parent, and the text the children read it from.
final class LoadedConfig {
    private final Configuration configuration;
    private final byte[] snapshot;

    /// @param snapshot the expanded lines, as they are sent to children
    LoadedConfig(Configuration configuration, byte[] snapshot) {
        this.configuration = configuration;
        this.snapshot = snapshot;
    }

    Configuration configuration() {
        return configuration;
    }

    GlobalSpec global() {
        return configuration.global();
    }

    boolean hasVrrp() {
        return configuration.hasVrrp();
    }

    /// Not a copy: it can be large, and nobody here writes to it.
    byte[] snapshot() {
        return snapshot;
    }
}
