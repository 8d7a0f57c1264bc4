package io.holdfast.daemon.parent;

import io.holdfast.config.ConfigParser;
import io.holdfast.config.Configuration;
import io.holdfast.config.host.Host;
import io.holdfast.config.text.Snapshot;
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

    /// One that runs already, from the text that the image before this one handed over.
    ///
    /// @throws IllegalArgumentException if this is no such text
    static LoadedConfig inEffect(byte[] snapshot) {
        return new LoadedConfig(parse(snapshot), snapshot);
    }

    /// What is missing on the machine now is no reason against what runs already.
    private static Configuration parse(byte[] bytes) {
        Snapshot snapshot = Snapshot.of(bytes);
        return ConfigParser.parse(snapshot, snapshot.facts().over(Host.offline()));
    }

    /// All of it, read again: only reloads and upgrades want to know.
    Configuration configuration() {
        return parse(snapshot);
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
