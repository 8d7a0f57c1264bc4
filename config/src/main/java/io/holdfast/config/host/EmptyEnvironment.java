package io.holdfast.config.host;

import java.util.Optional;

/// Sets no variable.
record EmptyEnvironment() implements Environment {
    @Override
    public Optional<String> variable(String name) {
        return Optional.empty();
    }
}
