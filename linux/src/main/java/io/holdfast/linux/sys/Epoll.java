package io.holdfast.linux.sys;

import io.holdfast.linux.call.Kernel;
import io.holdfast.linux.call.Nr;

/// The descriptors a loop waits for. Nothing is allocated while waiting.
///
/// ```
/// int ready = epoll.await(-1);
/// for (int i = 0; i < ready; i++) {
///     dispatch(epoll.token(i), epoll.events(i));
/// }
/// ```
public final class Epoll implements AutoCloseable {
    // linux/eventpoll.h
    public static final int EPOLLIN = 0x1;
    public static final int EPOLLPRI = 0x2;
    public static final int EPOLLOUT = 0x4;
    public static final int EPOLLERR = 0x8;
    public static final int EPOLLHUP = 0x10;
    public static final int EPOLLRDHUP = 0x2000;
    public static final int EPOLLONESHOT = 1 << 30;
    public static final int EPOLLET = 1 << 31;

    private static final int EPOLL_CLOEXEC = 0x80000;
    private static final int EPOLL_CTL_ADD = 1;
    private static final int EPOLL_CTL_DEL = 2;
    private static final int EPOLL_CTL_MOD = 3;
    // struct epoll_event is packed on x86-64 and nowhere else.
    private static final int DATA = Nr.isX86() ? 4 : 8;
    private static final int EVENT_SIZE = DATA + Long.BYTES;
    private static final int SIGSET_SIZE = 8;

    private final Descriptor descriptor;
    private final NativeMemory events;
    private final NativeMemory change;
    private final int capacity;

    private Epoll(Descriptor descriptor, int capacity) {
        this.descriptor = descriptor;
        this.capacity = capacity;
        this.events = NativeMemory.allocate(capacity * EVENT_SIZE);
        this.change = NativeMemory.allocate(EVENT_SIZE);
    }

    /// @param capacity how many ready descriptors one [#await] reports at most
    public static Epoll open(int capacity) {
        return new Epoll(Descriptor.opened(Kernel.call(Nr.EPOLL_CREATE1, EPOLL_CLOEXEC), "epoll_create1"), capacity);
    }

    /// Watches a descriptor.
    ///
    /// @param interest EPOLLIN, EPOLLOUT, ...
    /// @param token    what [#token] answers when it is ready
    public void add(int fd, int interest, long token) {
        KernelException.check(control(EPOLL_CTL_ADD, fd, interest, token), "epoll add of descriptor", fd);
    }

    public void modify(int fd, int interest, long token) {
        KernelException.check(control(EPOLL_CTL_MOD, fd, interest, token), "epoll change of descriptor", fd);
    }

    /// Stops watching; a descriptor that is closed already, or was never watched, is no error.
    public void remove(int fd) {
        control(EPOLL_CTL_DEL, fd, 0, 0);
    }

    /// Waits until something is ready.
    ///
    /// @param timeoutMillis how long at most; -1 for as long as it takes
    /// @return how many are ready; 0 after the timeout or when a signal interrupted the wait
    public int await(long timeoutMillis) {
        int timeout = (int) Math.min(timeoutMillis, Integer.MAX_VALUE);
        long ready = Kernel.call(
                Nr.EPOLL_PWAIT, descriptor.fd(), events.address(), capacity, timeout, 0, SIGSET_SIZE);
        return ready == -Errno.EINTR ? 0 : (int) KernelException.check(ready, "epoll_pwait");
    }

    public long token(int index) {
        return events.bytes().getLong(index * EVENT_SIZE + DATA);
    }

    public int events(int index) {
        return events.bytes().getInt(index * EVENT_SIZE);
    }

    @Override
    public void close() {
        descriptor.close();
        events.close();
        change.close();
    }

    private long control(int operation, int fd, int interest, long token) {
        change.bytes().putInt(0, interest).putLong(DATA, token);
        return Kernel.call(Nr.EPOLL_CTL, descriptor.fd(), operation, fd, change.address());
    }
}
