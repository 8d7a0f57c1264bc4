package io.holdfast.daemon.process;

import io.holdfast.linux.sys.Umask;
import io.holdfast.linux.sys.WorkingDirectory;
import io.holdfast.supervise.GlobalSpec;
import java.util.OptionalInt;

/// Settings every process of the daemon has alike.
public final class ProcessDefaults {
    /// Only the owner may read what the daemon writes, state dumps included.
    private static final int DEFAULT_UMASK = 0177;

    private ProcessDefaults() {}

    public static void apply(Options options, GlobalSpec global) {
        leaveDirectory(options);
        mask(options, global);
    }

    /// A daemon in the background keeps no directory busy.
    private static void leaveDirectory(Options options) {
        if (!options.foreground()) {
            WorkingDirectory.change("/");
        }
    }

    /// The file creation mask: `-u`, else `umask`, else the default (`daemon.md` 1.8).
    private static void mask(Options options, GlobalSpec global) {
        OptionalInt configured = global.umask();
        Umask.set(options.umask().orElse(configured.isPresent() ? configured.getAsInt() : DEFAULT_UMASK));
    }
}
