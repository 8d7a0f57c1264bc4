package io.holdfast.daemon.parent;

import io.holdfast.config.host.Account;
import io.holdfast.config.host.FileFact;
import io.holdfast.daemon.process.HostLinks;
import io.holdfast.linux.route.RouteOps;
import io.holdfast.linux.sys.Accounts;
import io.holdfast.linux.sys.Errno;
import io.holdfast.linux.sys.FileStatus;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.Processes;
import io.holdfast.linux.sys.SymbolicLink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// This machine with its users and files, for the check of a configuration by a process that has time. Each user and
/// group is looked up once.
final class WholeHost extends HostLinks {
    private static final int PERMISSIONS = 07777;
    private static final String USUAL_PATH = "/bin:/usr/bin"; // confstr(_CS_PATH) of glibc

    private final Map<String, Account> users = new HashMap<>();
    private final Map<String, Account> groups = new HashMap<>();

    /// Asks the kernel for the interfaces, and for the rest when it is needed.
    WholeHost(RouteOps ops) {
        super(ops);
    }

    @Override
    public Account user(String name) {
        Account known = users.get(name);
        if (known == null) {
            known = lookUp(name, true);
            users.put(name, known);
        }
        return known;
    }

    @Override
    public Account group(String name) {
        Account known = groups.get(name);
        if (known == null) {
            known = lookUp(name, false);
            groups.put(name, known);
        }
        return known;
    }

    /// An account that cannot be found out about is as good as none: nothing can be run on its behalf.
    private static Account lookUp(String name, boolean user) {
        try {
            Optional<Accounts.Account> found = user ? Accounts.user(name) : Accounts.group(name);
            return found.isEmpty() ? new Account.Unknown()
                    : new Account.Known(found.get().id(), found.get().group());
        } catch (KernelException e) {
            return new Account.Unknown();
        }
    }

    @Override
    public Account self() {
        return new Account.Known(Processes.user(), Processes.group());
    }

    @Override
    public FileFact file(String path) {
        try {
            Optional<FileStatus> status = FileStatus.named(path);
            return status.isEmpty() ? new FileFact.Missing("no such file or directory") : found(path, status.get());
        } catch (KernelException e) {
            return new FileFact.Missing(Errno.describe(e.errno()));
        }
    }

    private static FileFact found(String path, FileStatus status) {
        FileFact.Kind kind = status.isDirectory() ? FileFact.Kind.DIRECTORY
                : status.isRegular() ? FileFact.Kind.REGULAR
                : status.isSymbolicLink() ? FileFact.Kind.LINK : FileFact.Kind.OTHER;
        String target = kind == FileFact.Kind.LINK ? SymbolicLink.target(path) : "";
        return new FileFact.Found(kind, status.owner(), status.group(), status.mode() & PERMISSIONS, target);
    }

    /// Relative directories are left out: what they are depends on where the daemon was started.
    @Override
    public List<String> searchPath() {
        Optional<String> path = Optional.ofNullable(System.getenv("PATH"));
        List<String> directories = new ArrayList<>();
        for (String directory : path.orElse(USUAL_PATH).split(":", -1)) {
            if (directory.startsWith("/")) {
                directories.add(directory);
            }
        }
        return directories;
    }
}
