package io.holdfast.config.host;

import java.util.Optional;

/// The variables that `${_ENV NAME}` refers to.
@FunctionalInterface
public interface Environment {
    /// What a variable is set to, in characters.
    Optional<String> variable(String name);

    /// Nothing is set. No lambda: a process makes this at its start.
    static Environment empty() {
        return new EmptyEnvironment();
    }
}
