package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// Users and groups by name, wherever nsswitch.conf has the C library look for them. That may be another machine, so
/// that a lookup can take seconds.
public final class Accounts {
    private static final MemorySegment GETPWNAM_R = Kernel.function("getpwnam_r");
    private static final MemorySegment GETGRNAM_R = Kernel.function("getgrnam_r");

    // struct passwd of pwd.h and struct group of grp.h begin alike: name, password, number; of a user then the group's
    private static final int ID = 16;
    private static final int USERS_GROUP = 20;
    private static final int STRUCTURE = 48;
    private static final int RESULT = STRUCTURE;
    private static final int FIXED = RESULT + Long.BYTES;

    /// The strings, of a group also its members; most need no more.
    private static final int USUAL_STRINGS = 1 << 12;
    private static final int LONGEST_STRINGS = 1 << 22;

    private Accounts() {}

    /// An account.
    ///
    /// @param id    number of the user, or of the group
    /// @param group number of the user's own group; of a group, its number again
    public record Account(int id, int group) {}

    /// The user of that name.
    ///
    /// @throws KernelException if that cannot be found out now
    public static Optional<Account> user(String name) {
        return find(GETPWNAM_R, name, USERS_GROUP);
    }

    /// The group of that name.
    ///
    /// @throws KernelException if that cannot be found out now
    public static Optional<Account> group(String name) {
        return find(GETGRNAM_R, name, ID);
    }

    private static Optional<Account> find(MemorySegment function, String name, int group) {
        try (NativeMemory wanted = NativeMemory.temporary(name)) {
            for (int strings = USUAL_STRINGS;; strings *= 4) {
                try (NativeMemory memory = NativeMemory.temporary(FIXED + strings)) {
                    int errno = (int) Kernel.libc(function, wanted.address(), memory.address(),
                            memory.address() + FIXED, strings, memory.address() + RESULT, 0);
                    if (errno != Errno.ERANGE || strings >= LONGEST_STRINGS) {
                        return result(errno, name, memory, group);
                    }
                }
            }
        }
    }

    /// Some sources say by an errno that there is none of that name: getpwnam(3).
    private static Optional<Account> result(int errno, String name, NativeMemory memory, int group) {
        boolean found = memory.bytes().getLong(RESULT) != 0;
        if (errno == 0 && found) {
            return Optional.of(new Account(memory.bytes().getInt(ID), memory.bytes().getInt(group)));
        }
        return switch (errno) {
            case 0, Errno.ENOENT, Errno.ESRCH, Errno.EBADF, Errno.EPERM -> Optional.empty();
            default -> throw new KernelException("lookup of " + name, errno);
        };
    }
}
