package io.holdfast.daemon.parent;

import io.holdfast.linux.sys.Exec;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.Signals;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Sees to it that this process [holds][Signals] its signals. The launcher has done so, unless the machine's `env`
/// cannot, or a shell was given the launcher as its script: then the JVM is started again, from one that holds them.
/// That takes the time of a start, in which signals do what they do in any JVM.
final class SignalHold {
    /// Set in a JVM that was started again.
    private static final String AGAIN = "holdfast.signals";

    private SignalHold() {}

    /// Returns when they are held, or cannot be.
    ///
    /// @return why they cannot; empty if they are
    /// @throws IOException if /proc is not mounted
    static Optional<String> ensure() throws IOException {
        if (Signals.areHeld()) {
            return Optional.empty();
        }
        if (System.getProperty(AGAIN) != null) {
            return Optional.of("the JVM keeps a signal to itself: start the daemon by its launcher, bin/holdfast");
        }
        List<String> command = ChildCommand.ofThisProcess().again("-D" + AGAIN + "=held");
        Signals.hold();
        KernelException failure = Exec.replaceBy(command.getFirst(), command);
        Signals.letGo();
        return Optional.of(String.valueOf(failure.getMessage()));
    }
}
