package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;
import java.nio.charset.StandardCharsets;

/// What happens in directories. Never blocks.
///
/// ```
/// while (inotify.read()) {
///     while (inotify.next()) {
///         ... inotify.watch(), inotify.mask(), inotify.name() ...
///     }
/// }
/// ```
public final class Inotify implements AutoCloseable {
    // linux/inotify.h
    public static final int IN_CLOSE_WRITE = 0x8;
    public static final int IN_MOVED_FROM = 0x40;
    public static final int IN_MOVED_TO = 0x80;
    public static final int IN_CREATE = 0x100;
    public static final int IN_DELETE = 0x200;
    public static final int IN_DELETE_SELF = 0x400;
    public static final int IN_MOVE_SELF = 0x800;
    public static final int IN_UNMOUNT = 0x2000;
    /// Some events were dropped; of no watch in particular.
    public static final int IN_Q_OVERFLOW = 0x4000;
    /// The watch is gone; the last event of each.
    public static final int IN_IGNORED = 0x8000;
    public static final int IN_ONLYDIR = 0x1000000;

    private static final int IN_NONBLOCK_CLOEXEC = 0x800 | 0x80000;
    private static final int BUFFER = 16 * 1024;
    // struct inotify_event
    private static final int MASK = 4;
    private static final int LENGTH = 12;
    private static final int NAME = 16;

    private final Descriptor descriptor;
    private final NativeMemory buffer = NativeMemory.allocate(BUFFER);
    private int end;
    private int following;
    private int at;

    private Inotify(Descriptor descriptor) {
        this.descriptor = descriptor;
    }

    public static Inotify open() {
        return new Inotify(Descriptor.opened(Kernel.call(Nr.INOTIFY_INIT1, IN_NONBLOCK_CLOEXEC), "inotify_init1"));
    }

    public int fd() {
        return descriptor.fd();
    }

    /// Watches a file or directory, or changes what is watched for if it is watched already.
    ///
    /// @param mask IN_...
    /// @return the number of the watch; or a negated errno: ENOENT, ENOTDIR, EACCES, ENOSPC when this user watches as
    ///         much as he may
    public int watch(String path, int mask) {
        try (NativeMemory name = NativeMemory.temporary(path)) {
            return (int) Kernel.call(Nr.INOTIFY_ADD_WATCH, fd(), name.address(), mask);
        }
    }

    /// Watches no longer; a watch that is gone already is no error. Its last event follows.
    public void unwatch(int watch) {
        Kernel.call(Nr.INOTIFY_RM_WATCH, fd(), watch);
    }

    /// Takes as many events as there is room for.
    ///
    /// @return false if there are none
    public boolean read() {
        long result = Kernel.call(Nr.READ, fd(), buffer.address(), BUFFER);
        at = 0;
        following = 0;
        end = 0;
        if (result == -Errno.EAGAIN) {
            return false;
        }
        end = (int) KernelException.check(result, "read of inotify");
        return true;
    }

    /// Moves to the next event of those that were taken.
    public boolean next() {
        if (end - following < NAME) {
            return false;
        }
        at = following;
        following = at + NAME + buffer.bytes().getInt(at + LENGTH);
        return true;
    }

    /// The number that [#watch(String, int)] returned; -1 for none.
    public int watch() {
        return buffer.bytes().getInt(at);
    }

    public int mask() {
        return buffer.bytes().getInt(at + MASK);
    }

    /// What the event is about in a watched directory; empty for the directory itself.
    public String name() {
        int length = buffer.bytes().getInt(at + LENGTH);
        byte[] name = new byte[length];
        buffer.bytes().get(at + NAME, name);
        int used = 0;
        while (used < length && name[used] != 0) {
            used++;
        }
        return new String(name, 0, used, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        descriptor.close();
        buffer.close();
    }
}
