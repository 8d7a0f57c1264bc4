package io.holdfast.config.script;

import io.holdfast.config.host.FileFact;
import io.holdfast.config.host.FileFact.Found;
import io.holdfast.config.host.FileFact.Kind;
import io.holdfast.config.host.FileFact.Missing;
import io.holdfast.config.host.Host;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Paths as the machine has them, each asked for once.
final class FileFacts {
    private static final int MOST_LINKS = 40; // MAXSYMLINKS of linux/namei.h

    private final Host host;
    private final Map<String, FileFact> known = new HashMap<>();

    FileFacts(Host host) {
        this.host = host;
    }

    /// What is at an absolute path, its last part not followed.
    FileFact at(String path) {
        FileFact fact = known.get(path);
        if (fact == null) {
            fact = host.file(path);
            known.put(path, fact);
        }
        return fact;
    }

    /// A path without `.`, `..` and doubled slashes, from the root; links are not looked at.
    static String normalised(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return "/" + String.join("/", parts);
    }

    /// Where a path ends once its links are followed.
    ///
    /// @param path   the path without links; where it does not end, as far as it got
    /// @param fact   what is there
    /// @param passed what was met on the way, from the root: directories, links and what they lead to, and the end
    record Resolved(String path, FileFact fact, List<String> passed) {}

    /// Follows a path as a user would who has these permissions.
    Resolved resolve(String path, Permissions permissions) {
        Deque<String> left = new ArrayDeque<>();
        push(path, left);
        String done = "";
        int links = 0;
        List<String> passed = new ArrayList<>();
        passed.add("/");
        while (!left.isEmpty()) {
            String part = left.removeFirst();
            if (part.equals("..")) {
                done = done.substring(0, Math.max(0, done.lastIndexOf('/')));
                continue;
            }
            String next = done + "/" + part;
            FileFact fact = at(next);
            passed.add(next);
            if (!(fact instanceof Found found)) {
                return new Resolved(next, fact, passed);
            }
            if (found.kind() == Kind.LINK) {
                if (++links > MOST_LINKS) {
                    return new Resolved(next, new Missing("too many links"), passed);
                }
                done = found.target().startsWith("/") ? "" : done;
                push(found.target(), left);
            } else {
                done = next;
                if (!left.isEmpty() && (found.kind() != Kind.DIRECTORY || !permissions.mayEnter(found))) {
                    return new Resolved(next, new Missing(
                            found.kind() == Kind.DIRECTORY ? "permission denied" : "not a directory"), passed);
                }
            }
        }
        String end = done.isEmpty() ? "/" : done;
        return new Resolved(end, at(end), passed);
    }

    private static void push(String path, Deque<String> left) {
        String[] parts = path.split("/", -1);
        for (int i = parts.length - 1; i >= 0; i--) {
            if (!parts[i].isEmpty() && !parts[i].equals(".")) {
                left.addFirst(parts[i]);
            }
        }
    }
}
