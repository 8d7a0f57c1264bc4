package io.holdfast.daemon.parent;

import io.holdfast.daemon.process.Names;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.Exec;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.MemoryFile;
import io.holdfast.linux.sys.Processes;
import io.holdfast.linux.sys.WorkingDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Puts the launcher of another image in the place of this process. What is to outlive that is handed over by
/// descriptor: locks, the control socket and its caller, the sockets to the children, who notice nothing.
///
/// ```
///   this image                     launcher            the next image
///     exec  ------------------>  sh, java  --------->  take descriptors, start successors, hear signals
///     children go on advertising ------------------------------------------> until a successor stands ready
/// ```
final class Replacement {
    /// Given the script itself, and not as its first line says: that begins to hold signals, which here are held
    /// already, and would drop those that wait.
    private static final String SHELL = "/bin/sh";

    private final String launcher;
    private final List<String> arguments;
    private final List<Descriptor> handed = new ArrayList<>();

    /// @param launcher  the program of the next image
    /// @param arguments the options this daemon was started with
    Replacement(String launcher, List<String> arguments) {
        this.launcher = launcher;
        this.arguments = arguments;
    }

    /// What follows the program's name.
    static List<String> words(String first, String second, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of(first, second));
        words.addAll(arguments);
        return words;
    }

    /// Returns only if it fails, with everything as before.
    ///
    /// @param locks the pid files, in the order they were locked
    KernelException begin(LoadedConfig running, int generation, List<Descriptor> locks,
            Optional<ControlSocket> control, Caller caller, List<Child> children) {
        try (Descriptor snapshot = MemoryFile.of("configuration", running.snapshot())) {
            Inheritance inheritance = new Inheritance(Processes.pid(), hand(snapshot), generation,
                    locks.stream().map(this::hand).toList(), handed(control.map(ControlSocket::descriptor)),
                    handed(caller.isClosed() ? Optional.empty() : Optional.of(caller.stream().descriptor())),
                    children.stream().map(this::left).toList());
            return exec(inheritance);
        } catch (KernelException e) {
            return e;
        }
    }

    private OptionalInt handed(Optional<Descriptor> descriptor) {
        return descriptor.isPresent() ? OptionalInt.of(hand(descriptor.get())) : OptionalInt.empty();
    }

    private int hand(Descriptor descriptor) {
        handed.add(descriptor);
        return descriptor.fd();
    }

    private Inheritance.Left left(Child child) {
        ChildProcess process = child.process().orElseThrow();
        return new Inheritance.Left(child.kind(), process.pidFd().pid(), hand(process.channel().descriptor()),
                process.startedAt().nanos());
    }

    private KernelException exec(Inheritance inheritance) {
        List<String> argv = new ArrayList<>(List.of(SHELL));
        argv.addAll(words(launcher, Inheritance.OPTION + inheritance.text(), arguments));
        try {
            // As at the first start, for relative paths among the options.
            WorkingDirectory.change(Names.directory().toString());
            Descriptor.inheritNone();
            inherited(true);
            return Exec.replaceBy(SHELL, argv);
        } catch (KernelException e) {
            return e;
        } finally {
            inherited(false);
        }
    }

    private void inherited(boolean inherited) {
        for (Descriptor descriptor : handed) {
            descriptor.inherited(inherited);
        }
    }
}
