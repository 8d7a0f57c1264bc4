package io.holdfast.daemon.watch;

import io.holdfast.daemon.process.Log;
import io.holdfast.linux.sys.Errno;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.SmallFile;
import io.holdfast.track.FileSpec;

/// `init_file`: what a tracked file contains after the start (`vrrp.md` 6.4). The path itself is written and nothing
/// that it leads to: root is not to write where somebody else's link points.
final class InitialFile {
    private InitialFile() {}

    static void write(FileSpec spec, Log log) {
        if (spec.init().isPresent()) {
            FileSpec.Init init = spec.init().get();
            try {
                write(spec, init.value() + "\n", init.overwrite(), log);
            } catch (KernelException e) {
                log.warning("track_file " + spec.name() + ": init_file could not be written: " + e.getMessage()
                        + (e.errno() == Errno.ELOOP ? "; name the file itself, not a symbolic link" : ""));
            }
        }
    }

    private static void write(FileSpec spec, String text, boolean overwrite, Log log) {
        try {
            SmallFile.create(spec.path(), text);
        } catch (KernelException e) {
            if (e.errno() != Errno.EEXIST) {
                throw e;
            }
            if (overwrite && !SmallFile.replace(spec.path(), text)) {
                log.warning("track_file " + spec.name() + ": " + spec.path()
                        + " is no regular file or has another name, too: init_file does not write it");
            }
        }
    }
}
