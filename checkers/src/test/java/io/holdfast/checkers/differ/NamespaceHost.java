package io.holdfast.checkers.differ;

import io.holdfast.config.host.Account;
import io.holdfast.config.host.FileFact;
import io.holdfast.config.host.FilesSource;
import io.holdfast.config.host.Host;
import io.holdfast.config.host.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// This machine with the interfaces of the namespace that the [Reference] runs in.
final class NamespaceHost implements Host {
    private static final int PERMISSIONS = 07777;

    private final Map<String, Account> users = accounts("/etc/passwd", 3);
    private final Map<String, Account> groups = accounts("/etc/group", 2);

    private static Map<String, Account> accounts(String file, int group) {
        Map<String, Account> accounts = new HashMap<>();
        try {
            for (String line : Files.readAllLines(Path.of(file))) {
                String[] fields = line.split(":", -1);
                accounts.put(fields[0],
                        new Account.Known(Integer.parseInt(fields[2]), Integer.parseInt(fields[group])));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return accounts;
    }

    @Override
    public boolean hasInterface(String name) {
        return Reference.INTERFACES.contains(name);
    }

    @Override
    public Optional<Source> files() {
        return Optional.of(new FilesSource());
    }

    @Override
    public Account user(String name) {
        return users.getOrDefault(name, new Account.Unknown());
    }

    @Override
    public Account group(String name) {
        return groups.getOrDefault(name, new Account.Unknown());
    }

    @Override
    public Account self() {
        return user("root");
    }

    @Override
    public List<String> searchPath() {
        return List.of("/usr/local/bin", "/usr/bin", "/bin");
    }

    @Override
    public FileFact file(String path) {
        Path file = Path.of(path);
        try {
            return new FileFact.Found(kind(file), number(file, "unix:uid"), number(file, "unix:gid"),
                    number(file, "unix:mode") & PERMISSIONS,
                    Files.isSymbolicLink(file) ? Files.readSymbolicLink(file).toString() : "");
        } catch (IOException e) {
            return new FileFact.Missing(String.valueOf(e.getMessage()));
        }
    }

    private static int number(Path file, String attribute) throws IOException {
        return Integer.parseInt(String.valueOf(Files.getAttribute(file, attribute, LinkOption.NOFOLLOW_LINKS)));
    }

    private static FileFact.Kind kind(Path file) {
        if (Files.isSymbolicLink(file)) {
            return FileFact.Kind.LINK;
        }
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            return FileFact.Kind.DIRECTORY;
        }
        return Files.isRegularFile(file) ? FileFact.Kind.REGULAR : FileFact.Kind.OTHER;
    }
}
