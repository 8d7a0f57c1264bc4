package io.holdfast.linux.netlink;

import io.holdfast.linux.sys.Errno;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.NativeMemory;
import java.nio.ByteBuffer;

/// What the kernel reports of processes that start and end, on the whole machine. Never blocks, and allocates nothing
/// once it is open.
///
/// The kernel tells only those who look at the whole machine: there is a connector in the first network namespace only,
/// and it listens only to processes in the first process and user namespaces.
public final class ProcessMonitor implements AutoCloseable {
    private static final int NETLINK_CONNECTOR = 11; // linux/netlink.h
    private static final int BUFFER = 4096;
    private static final int NAME_SIZE = 16;

    /// What [#next] found.
    public enum Event {
        /// Nothing is left.
        NONE,
        /// [#pid] is a new child of [#parent].
        FORKED,
        /// [#pid] has begun another program.
        EXECUTED,
        /// [#pid] calls itself [#name].
        RENAMED,
        /// [#pid] is no more.
        EXITED,
        /// Something that is no concern of ours.
        OTHER,
        /// The kernel has answered somebody who wanted to listen.
        ANSWERED,
        /// There was no room for some events, and they are lost.
        LOST
    }

    private final NetlinkSocket socket;
    private final NativeMemory buffer = NativeMemory.allocate(BUFFER);
    private final NetlinkReader reader = new NetlinkReader();
    private final ByteBuffer name = ByteBuffer.allocate(NAME_SIZE);
    private Event event = Event.NONE;

    private ProcessMonitor(NetlinkSocket socket) {
        this.socket = socket;
    }

    /// Opens one in the calling thread's network namespace, which tells nothing yet.
    public static ProcessMonitor open() {
        return new ProcessMonitor(NetlinkSocket.open(NETLINK_CONNECTOR, ProcessEventWire.CN_IDX_PROC));
    }

    public int fd() {
        return socket.fd();
    }

    /// As [NetlinkSocket#receiveBuffer].
    public int receiveBuffer(int bytes, boolean force) {
        return socket.receiveBuffer(bytes, force);
    }

    /// Asks the kernel to tell. What happened before it answered is skipped.
    ///
    /// @return 0; or the errno: ECONNREFUSED outside the first network namespace, EPERM without the right to it, and
    ///         also where the kernel does not answer at all
    public int listen() {
        try (NativeMemory memory = NativeMemory.temporary(BUFFER)) {
            NetlinkWriter writer = new NetlinkWriter(memory.bytes());
            ProcessEventWire.writeListen(writer);
            int errno = socket.send(memory, 0, writer.length());
            if (errno != 0) {
                return errno;
            }
        }
        // The kernel answers before send returns.
        for (Event found = next(); found != Event.NONE; found = next()) {
            if (found == Event.ANSWERED) {
                return ProcessEventWire.error(reader);
            }
        }
        return Errno.EPERM;
    }

    /// The next event.
    public Event next() {
        int length = socket.receive(buffer);
        if (length == -Errno.EAGAIN) {
            event = Event.NONE;
        } else if (length == -Errno.ENOBUFS) {
            event = Event.LOST;
        } else {
            KernelException.check(length, "receive from the process connector");
            reader.over(buffer.bytes(), length);
            event = reader.nextMessage() ? ProcessEventWire.read(reader) : Event.OTHER;
        }
        return event;
    }

    public int pid() {
        return event == Event.FORKED ? ProcessEventWire.child(reader) : ProcessEventWire.process(reader);
    }

    /// Of a FORKED.
    public int parent() {
        return ProcessEventWire.parent(reader);
    }

    /// Of a RENAMED: from position to limit, valid until the next call.
    public ByteBuffer name() {
        ProcessEventWire.name(reader, name);
        return name;
    }

    @Override
    public void close() {
        socket.close();
        buffer.close();
    }
}
