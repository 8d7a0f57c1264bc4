package io.holdfast.config.script;

import io.holdfast.config.host.Account;
import io.holdfast.config.host.FileFact;
import io.holdfast.config.host.FileFact.Found;
import io.holdfast.config.host.FileFact.Kind;
import io.holdfast.config.host.Host;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A machine with a merged /usr, as most are, and a few users.
public final class Machine implements Host {
    private final Map<String, FileFact> files = new HashMap<>();
    private final Map<String, Account> users = new HashMap<>();

    public Machine() {
        for (String directory : List.of("/", "/usr", "/usr/bin", "/etc", "/etc/keepalived", "/home")) {
            put(directory, Kind.DIRECTORY, 0, 0, 0755);
        }
        put("/tmp", Kind.DIRECTORY, 0, 0, 01777);
        put("/usr/bin/true", Kind.REGULAR, 0, 0, 0755);
        link("/bin", "usr/bin");
        users.put("root", new Account.Known(0, 0));
        users.put("nobody", new Account.Known(65534, 65534));
        users.put("ann", new Account.Known(1000, 1000));
    }

    Machine put(String path, Kind kind, int owner, int group, int mode) {
        files.put(path, new Found(kind, owner, group, mode, ""));
        return this;
    }

    Machine script(String path, int mode) {
        return put(path, Kind.REGULAR, 0, 0, mode);
    }

    Machine link(String path, String target) {
        return link(path, 0, target);
    }

    Machine link(String path, int owner, String target) {
        files.put(path, new Found(Kind.LINK, owner, owner, 0777, target));
        return this;
    }

    Machine user(String name, int id) {
        users.put(name, new Account.Known(id, id));
        return this;
    }

    @Override
    public boolean hasInterface(String name) {
        return true;
    }

    @Override
    public Account user(String name) {
        return users.getOrDefault(name, new Account.Unknown());
    }

    @Override
    public Account group(String name) {
        return switch (user(name)) {
            case Account.Known(int _, int group) -> new Account.Known(group, group);
            case Account other -> other;
        };
    }

    @Override
    public Account self() {
        return new Account.Known(0, 0);
    }

    @Override
    public FileFact file(String path) {
        return files.getOrDefault(path, new FileFact.Missing("no such file or directory"));
    }

    @Override
    public List<String> searchPath() {
        return List.of("/usr/bin", "/bin");
    }
}
