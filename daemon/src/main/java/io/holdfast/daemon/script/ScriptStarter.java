package io.holdfast.daemon.script;

import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.Errno;
import io.holdfast.linux.sys.FileStatus;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.Processes;
import io.holdfast.linux.sys.Scheduling;
import io.holdfast.linux.sys.Spawn;
import io.holdfast.linux.sys.Spawner;
import io.holdfast.script.CommandSpec;
import io.holdfast.script.RunAs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Starts the processes of scripts in the surroundings that `daemon.md` 4.5 describes. Belongs to the thread that made
/// it.
///
/// A script of another user is started through coreutils' `chroot`, to `/`: then it does nothing but to take on numbers
/// of user and groups before it becomes the program (decision 14).
final class ScriptStarter {
    /// Of the last so many commands what the kernel needs to know is kept.
    private static final int KEPT = 4096;
    /// What would make a program behave otherwise than the operator knows it, and what the launcher added for a JVM.
    private static final List<String> LEFT_OUT = List.of("IFS", "LD_PRELOAD", "LD_LIBRARY_PATH", "_JAVA_SR_SIGNUM");
    private static final List<String> CHROOT = List.of("/usr/sbin/chroot", "/usr/bin/chroot", "/sbin/chroot",
            "/bin/chroot");

    private static final String SHELL = "/bin/sh";

    private final Descriptor nothing = Descriptor.nullDevice();
    private final int user = Processes.user();
    private final int group = Processes.group();
    private final int nice;
    private final Map<CommandSpec, Spawner> prepared = new Recent();

    /// On the thread that is to start them.
    ///
    /// @param nice value that they run with
    ScriptStarter(int nice) {
        this.nice = nice;
        int errno = Processes.setOnlyGroup(group);
        if (errno != 0 && errno != Errno.EPERM) {
            throw new KernelException("setgroups", errno);
        }
    }

    /// @return the process number, which is also that of the process group
    /// @throws KernelException if it cannot be started
    int start(CommandSpec command) {
        Scheduling.beOrdinary(nice);
        // What other threads of the JVM have just opened may not be marked yet.
        Descriptor.inheritNone();
        Spawner spawner = prepared.get(command);
        if (spawner == null) {
            spawner = Spawner.of(surrounded(direct(command)));
            prepared.put(command, spawner);
        }
        try {
            return spawner.start();
        } catch (KernelException e) {
            if (e.errno() != Errno.ENOEXEC) {
                throw e;
            }
            // Not kept: the file may get its first line, and with it another interpreter, at any time.
            return Spawner.start(surrounded(throughShell(command)));
        }
    }

    private Spawn direct(CommandSpec command) {
        RunAs as = command.as();
        boolean own = as.uid().orElse(user) == user && as.gid().orElse(group) == group;
        return own ? Spawn.called(command.executable(), command.arguments())
                : Spawn.called(chroot(), throughChroot(command));
    }

    private Spawn surrounded(Spawn spawn) {
        return spawn.duplicating(nothing.fd(), 0).duplicating(nothing.fd(), 1).duplicating(nothing.fd(), 2)
                .leading(Spawn.Leads.GROUP).withoutVariables(LEFT_OUT);
    }

    /// A text without `#!` is for the shell to read, as execvp(3) has it; chroot knows that by itself.
    private static Spawn throughShell(CommandSpec command) {
        List<String> words = new ArrayList<>(List.of(SHELL, command.executable()));
        words.addAll(command.arguments().subList(1, command.arguments().size()));
        return Spawn.called(SHELL, words);
    }

    /// By the name it is called by, as there is no other way to give it that name.
    private List<String> throughChroot(CommandSpec command) {
        int asUser = command.as().uid().orElse(user);
        int asGroup = command.as().gid().orElse(group);
        List<String> words = new ArrayList<>(List.of("chroot", "--skip-chdir", "--userspec=+" + asUser + ":+" + asGroup,
                "--groups=+" + asGroup, "/"));
        words.addAll(command.arguments());
        return words;
    }

    private static String chroot() {
        for (String path : CHROOT) {
            Optional<FileStatus> status = FileStatus.named(path);
            if (status.isPresent()) {
                return path;
            }
        }
        throw new KernelException("find the program chroot of coreutils, to run it as another user", Errno.ENOENT);
    }

    /// The least recently used goes first.
    private static final class Recent extends LinkedHashMap<CommandSpec, Spawner> {
        private static final long serialVersionUID = 1;

        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<CommandSpec, Spawner> eldest) {
            boolean tooMany = size() > KEPT;
            if (tooMany) {
                eldest.getValue().close();
            }
            return tooMany;
        }
    }
}
