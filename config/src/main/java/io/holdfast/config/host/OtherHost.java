package io.holdfast.config.host;

import java.util.List;
import java.util.Optional;

/// What another says.
class OtherHost implements Host {
    private final Host other;

    OtherHost(Host other) {
        this.other = other;
    }

    @Override
    public boolean hasInterface(String name) {
        return other.hasInterface(name);
    }

    @Override
    public boolean isLoopback(String name) {
        return other.isLoopback(name);
    }

    @Override
    public boolean isMulticast(String name) {
        return other.isMulticast(name);
    }

    @Override
    public KeyFile keyFile(String path) {
        return other.keyFile(path);
    }

    @Override
    public Account user(String name) {
        return other.user(name);
    }

    @Override
    public Account group(String name) {
        return other.group(name);
    }

    @Override
    public Account self() {
        return other.self();
    }

    @Override
    public FileFact file(String path) {
        return other.file(path);
    }

    @Override
    public List<String> searchPath() {
        return other.searchPath();
    }

    @Override
    public Optional<Source> files() {
        return other.files();
    }

    @Override
    public int mtu(String name) {
        return other.mtu(name);
    }
}
