package io.holdfast.linux.sys;

import java.util.Optional;

/// Kernel settings under /proc/sys, of the calling thread's network namespace where they belong to one.
///
/// Settings are named by their parts, since an interface name may contain a dot: `read("net", "ipv4", "conf",
/// "eth0.10", "forwarding")`.
public final class Sysctl {
    private Sysctl() {}

    /// The value without its line end; empty if this kernel does not have the setting.
    public static Optional<String> read(String... parts) {
        Optional<String> text = KernelFile.read(path(parts));
        return text.isEmpty() ? text : Optional.of(text.get().strip());
    }

    /// @param value what to write
    /// @param parts the name of the setting
    public static void write(String value, String... parts) {
        KernelFile.write(path(parts), value);
    }

    /// @throws IllegalArgumentException if a part could leave its directory
    static String path(String... parts) {
        StringBuilder path = new StringBuilder("/proc/sys");
        for (String part : parts) {
            if (part.isEmpty() || part.equals(".") || part.equals("..") || part.indexOf('/') >= 0
                    || part.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("\"" + part + "\" is not part of a setting's name");
            }
            path.append('/').append(part);
        }
        return path.toString();
    }
}
