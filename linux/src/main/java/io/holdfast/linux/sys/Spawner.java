package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.List;

/// posix_spawn. A parent-death signal that the program asks for hangs on the thread that called this.
public final class Spawner {
    private static final int ATTRIBUTES_SIZE = 1024; // posix_spawnattr_t: 336 in glibc and musl
    private static final int ACTIONS_SIZE = 512; // posix_spawn_file_actions_t: 80
    private static final int SIGSET_SIZE = 128; // libc's sigset_t is larger than the kernel's
    private static final int PID_SIZE = 8;
    private static final int POSIX_SPAWN_SETSIGDEF = 0x04; // spawn.h, as the next two
    private static final int POSIX_SPAWN_SETSIGMASK = 0x08;
    private static final int POSIX_SPAWN_SETSID = 0x80;

    private Spawner() {}

    /// Starts a program.
    ///
    /// @return its process number; it is a child until it is reaped
    /// @throws KernelException if the program cannot be executed, or a redirection not be made
    public static int start(Spawn spawn) {
        try (NativeMemory actions = NativeMemory.temporary(ACTIONS_SIZE);
                NativeMemory attributes = NativeMemory.temporary(ATTRIBUTES_SIZE)) {
            call("posix_spawn_file_actions_init", actions.address());
            call("posix_spawnattr_init", attributes.address());
            try {
                redirect(spawn, actions.address());
                describe(spawn, attributes.address());
                return start(spawn, actions.address(), attributes.address());
            } finally {
                call("posix_spawn_file_actions_destroy", actions.address());
                call("posix_spawnattr_destroy", attributes.address());
            }
        }
    }

    private static void redirect(Spawn spawn, long actions) {
        for (Spawn.Redirection redirection : spawn.redirections()) {
            if (redirection instanceof Spawn.Redirection.Duplicate duplicate) {
                call("posix_spawn_file_actions_adddup2", actions, duplicate.fd(), duplicate.target());
            } else if (redirection instanceof Spawn.Redirection.Close close) {
                call("posix_spawn_file_actions_addclose", actions, close.fd(), 0);
            }
        }
    }

    private static void describe(Spawn spawn, long attributes) {
        try (NativeMemory signals = NativeMemory.temporary(SIGSET_SIZE)) {
            // There is no way to have one ignored, only to leave it so.
            signals.bytes().putLong(0, SignalSet.all() & ~(spawn.holdsSignals() ? Signals.IGNORED : 0));
            call("posix_spawnattr_setsigdefault", attributes, signals.address(), 0);
            signals.bytes().putLong(0, spawn.holdsSignals() ? Signals.HEARD : 0);
            call("posix_spawnattr_setsigmask", attributes, signals.address(), 0);
        }
        int session = spawn.newSession() ? POSIX_SPAWN_SETSID : 0;
        call("posix_spawnattr_setflags", attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | session, 0);
    }

    private static int start(Spawn spawn, long actions, long attributes) {
        try (NativeMemory pid = NativeMemory.temporary(PID_SIZE);
                NativeMemory path = NativeMemory.temporary(spawn.path());
                StringVector arguments = StringVector.of(spawn.arguments());
                StringVector environment = StringVector.of(spawn.environment().orElse(List.of()))) {
            long variables = spawn.environment().isPresent() ? environment.address() : ownEnvironment();
            int errno = (int) Kernel.libc(Kernel.function("posix_spawn"), pid.address(), path.address(), actions,
                    attributes, arguments.address(), variables);
            KernelException.check(-errno, "start", spawn.path());
            return pid.bytes().getInt(0);
        }
    }

    /// libc's `environ`, passed on without going through Java's character sets.
    static long ownEnvironment() {
        MemorySegment environ = Kernel.function("environ").reinterpret(Long.BYTES);
        return environ.asByteBuffer().order(ByteOrder.nativeOrder()).getLong(0);
    }

    private static void call(String function, long object) {
        call(function, object, 0, 0);
    }

    private static void call(String function, long object, long a, long b) {
        int errno = (int) Kernel.libc(Kernel.function(function), object, a, b, 0, 0, 0);
        KernelException.check(-errno, function);
    }
}
