package io.holdfast.daemon.parent;

import io.holdfast.config.ConfigParser;
import io.holdfast.config.Configuration;
import io.holdfast.config.Host;
import io.holdfast.config.Snapshot;
import io.holdfast.supervise.GlobalSpec;

/// A configuration as the parent keeps it: what it means to the parent itself, and the text the children read it from.
final class LoadedConfig {
    private final GlobalSpec global;
    private final boolean hasVrrp;
    private final byte[] snapshot;

    /// @param configuration what the text means; not kept
    /// @param snapshot      the expanded lines, as they are sent to children
    LoadedConfig(Configuration configuration, byte[] snapshot) {
        this.global = configuration.global();
        this.hasVrrp = configuration.hasVrrp();
        this.snapshot = snapshot;
    }

    /// All of it, read again from the text: at a reload it is compared, in between it would only take memory.
    Configuration configuration() {
        return ConfigParser.parse(Snapshot.of(snapshot), Host.offline());
    }

    GlobalSpec global() {
        return global;
    }

    boolean hasVrrp() {
        return hasVrrp;
    }

    /// Not a copy: it can be large, and nobody here writes to it.
    byte[] snapshot() {
        return snapshot;
    }
}
