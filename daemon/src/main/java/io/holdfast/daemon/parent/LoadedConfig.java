package io.holdfast.daemon.parent;

import io.holdfast.config.ConfigParser;
import io.holdfast.config.Configuration;
import io.holdfast.config.Finding;
import io.holdfast.config.Host;
import io.holdfast.config.Snapshot;
import io.holdfast.supervise.GlobalSpec;
import java.util.List;

/// A configuration as the parent read it: what it means to the parent, and the text the children read it from.
final class LoadedConfig {
    private final Configuration configuration;
    private final byte[] snapshot;

    /// @param snapshot the expanded lines, as they are sent to children
    LoadedConfig(Configuration configuration, byte[] snapshot) {
        this.configuration = configuration;
        this.snapshot = snapshot;
    }

    /// One that runs already, from the text that the image before this one handed over. What is missing on the machine
    /// now is no reason against it.
    ///
    /// @throws IllegalArgumentException if this is no such text
    static LoadedConfig inEffect(byte[] snapshot) {
        return new LoadedConfig(ConfigParser.parse(Snapshot.of(snapshot), Host.offline()), snapshot);
    }

    List<Finding> findings() {
        return configuration.findings();
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
