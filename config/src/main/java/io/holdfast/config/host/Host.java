package io.holdfast.config.host;

import java.util.List;
import java.util.Optional;

/// What validation asks about the machine the configuration is for.
public interface Host {
    /// No machine at all: every interface is taken to exist.
    static Host offline() {
        return new OfflineHost();
    }

    /// Whether there is an interface of that name.
    boolean hasInterface(String name);

    /// Whether it is a loopback interface, which has nobody at the other end.
    default boolean isLoopback(String name) {
        return name.equals("lo");
    }

    /// Whether it can multicast.
    default boolean isMulticast(String name) {
        return !isLoopback(name);
    }

    /// What is in a file with a key of `auth_hmac`.
    default KeyFile keyFile(String path) {
        return new KeyFile(new Source.Content.Unusable("key files are read on the machine they are for"), true);
    }

    /// @param isPrivate whether nobody but its owner may do anything with it
    record KeyFile(Source.Content content, boolean isPrivate) {}

    /// The user of that name.
    default Account user(String name) {
        return new Account.NotChecked();
    }

    /// The group of that name.
    default Account group(String name) {
        return new Account.NotChecked();
    }

    /// The user as whom the daemon runs.
    default Account self() {
        return new Account.NotChecked();
    }

    /// What is at an absolute path.
    default FileFact file(String path) {
        return new FileFact.NotChecked();
    }

    /// The directories in which commands without a path are looked for, in order.
    default List<String> searchPath() {
        return List.of();
    }

    /// The files of the machine; empty where there is no machine, whose names are then all taken to exist.
    default Optional<Source> files() {
        return Optional.empty();
    }

    /// The MTU of an interface, which limits how many addresses an advertisement can hold.
    default int mtu(String name) {
        return 1500;
    }
}
