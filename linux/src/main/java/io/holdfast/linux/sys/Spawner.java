package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;

/// posix_spawn of one program, once or again and again: what the kernel and libc need to know is laid out once.
/// Belongs to the thread that made it. A parent-death signal that the program asks for hangs on that thread.
public final class Spawner implements AutoCloseable {
    private static final int ATTRIBUTES_SIZE = 1024; // posix_spawnattr_t: 336 in glibc and musl
    private static final int ACTIONS_SIZE = 512; // posix_spawn_file_actions_t: 80
    private static final int SIGSET_SIZE = 128; // libc's sigset_t is larger than the kernel's
    private static final int PID_SIZE = 8;
    private static final int POSIX_SPAWN_SETPGROUP = 0x02; // spawn.h, as the next three
    private static final int POSIX_SPAWN_SETSIGDEF = 0x04;
    private static final int POSIX_SPAWN_SETSIGMASK = 0x08;
    private static final int POSIX_SPAWN_SETSID = 0x80;

    private final Spawn spawn;
    private final NativeMemory attributes = NativeMemory.temporary(ATTRIBUTES_SIZE);
    private final NativeMemory actions = NativeMemory.temporary(ACTIONS_SIZE);
    private final NativeMemory pid = NativeMemory.temporary(PID_SIZE);
    private final NativeMemory path;
    private final StringVector arguments;
    private final EnvironmentVector environment;

    private Spawner(Spawn spawn) {
        this.spawn = spawn;
        path = NativeMemory.temporary(spawn.path());
        arguments = StringVector.of(spawn.arguments());
        environment = EnvironmentVector.of(spawn.environment());
        call("posix_spawn_file_actions_init", actions.address());
        call("posix_spawnattr_init", attributes.address());
    }

    /// Makes ready to start a program as often as needed.
    public static Spawner of(Spawn spawn) {
        Spawner spawner = new Spawner(spawn);
        spawner.redirect();
        spawner.describe();
        return spawner;
    }

    /// Starts a program once.
    ///
    /// @return its process number; it is a child until it is reaped
    /// @throws KernelException if the program cannot be executed, or a redirection not be made
    public static int start(Spawn spawn) {
        try (Spawner spawner = of(spawn)) {
            return spawner.start();
        }
    }

    /// Starts the program.
    ///
    /// @return its process number; it is a child until it is reaped
    /// @throws KernelException if the program cannot be executed, or a redirection not be made
    public int start() {
        int errno = (int) Kernel.libc(Kernel.function("posix_spawn"), pid.address(), path.address(),
                actions.address(), attributes.address(), arguments.address(), environment.address());
        KernelException.check(-errno, "start", spawn.path());
        return pid.bytes().getInt(0);
    }

    private void redirect() {
        for (Spawn.Redirection redirection : spawn.redirections()) {
            if (redirection instanceof Spawn.Redirection.Duplicate duplicate) {
                call("posix_spawn_file_actions_adddup2", actions.address(), duplicate.fd(), duplicate.target());
            } else if (redirection instanceof Spawn.Redirection.Close close) {
                call("posix_spawn_file_actions_addclose", actions.address(), close.fd(), 0);
            }
        }
    }

    private void describe() {
        try (NativeMemory signals = NativeMemory.temporary(SIGSET_SIZE)) {
            // There is no way to have one ignored, only to leave it so.
            signals.bytes().putLong(0, SignalSet.all() & ~(spawn.holdsSignals() ? Signals.IGNORED : 0));
            call("posix_spawnattr_setsigdefault", attributes.address(), signals.address(), 0);
            signals.bytes().putLong(0, spawn.holdsSignals() ? Signals.HEARD : 0);
            call("posix_spawnattr_setsigmask", attributes.address(), signals.address(), 0);
        }
        // A group of its own is what attributes start with: number 0.
        int leader = spawn.leads() == Spawn.Leads.SESSION ? POSIX_SPAWN_SETSID
                : spawn.leads() == Spawn.Leads.GROUP ? POSIX_SPAWN_SETPGROUP : 0;
        call("posix_spawnattr_setflags", attributes.address(), POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | leader,
                0);
    }

    private static void call(String function, long object) {
        call(function, object, 0, 0);
    }

    private static void call(String function, long object, long a, long b) {
        int errno = (int) Kernel.libc(Kernel.function(function), object, a, b, 0, 0, 0);
        KernelException.check(-errno, function);
    }

    @Override
    public void close() {
        call("posix_spawn_file_actions_destroy", actions.address());
        call("posix_spawnattr_destroy", attributes.address());
        actions.close();
        attributes.close();
        pid.close();
        path.close();
        arguments.close();
        environment.close();
    }
}
