package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;
import java.util.List;

/// Puts another program in the place of this process: same number, same parent, same children.
public final class Exec {
    private Exec() {}

    /// Returns only if it fails. Of the threads of this process only the calling one survives, so the children that
    /// others started get the parent-death signal they asked for. Signals keep being blocked, ignored and pending as
    /// they are for the calling thread; those with a handler are at their defaults.
    ///
    /// @param path      the executable; no search along PATH
    /// @param arguments all of argv, the program's own name first; the environment is this process's own
    /// @return why that is impossible; then nothing has changed
    public static KernelException replaceBy(String path, List<String> arguments) {
        try (NativeMemory name = NativeMemory.temporary(path); StringVector argv = StringVector.of(arguments)) {
            long result = Kernel.call(Nr.EXECVE, name.address(), argv.address(), EnvironmentVector.own());
            return new KernelException("execute " + path, (int) -result);
        }
    }
}
