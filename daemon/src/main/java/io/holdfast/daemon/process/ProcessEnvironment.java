package io.holdfast.daemon.process;

import io.holdfast.config.host.Environment;
import java.util.Optional;

/// The environment the daemon was started with. A class rather than a lambda: it is made on the way to the first
/// advertisement.
public final class ProcessEnvironment implements Environment {
    /// Looks when it is asked.
    public ProcessEnvironment() {}

    @Override
    public Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name));
    }
}
