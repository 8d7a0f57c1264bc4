package io.holdfast.linux.netlink;

import java.nio.ByteBuffer;

/// The process events of the connector. A netlink message holds a struct cn_msg of 20 bytes (linux/connector.h) and in
/// it a struct proc_event (linux/cn_proc.h): what happened, the CPU, the time, and what belongs to the kind of event.
final class ProcessEventWire {
    static final int CN_IDX_PROC = 1; // linux/connector.h, as the next
    private static final int CN_VAL_PROC = 1;
    private static final int CN_MSG_SIZE = 20;
    private static final int PROC_CN_MCAST_LISTEN = 1; // linux/cn_proc.h, as all below
    private static final int PROC_EVENT_NONE = 0;
    private static final int PROC_EVENT_FORK = 1;
    private static final int PROC_EVENT_EXEC = 2;
    private static final int PROC_EVENT_COMM = 0x200;
    private static final int PROC_EVENT_EXIT = 0x80000000;
    private static final int DATA = CN_MSG_SIZE + 16;
    // union of struct fork_proc_event, exec_proc_event, comm_proc_event, exit_proc_event
    private static final int PID = DATA;
    private static final int TGID = DATA + 4;
    private static final int PARENT_TGID = DATA + 4;
    private static final int CHILD_PID = DATA + 8;
    private static final int CHILD_TGID = DATA + 12;
    private static final int COMM = DATA + 8;
    private static final int COMM_SIZE = 16;
    private static final int LARGEST = COMM + COMM_SIZE;

    private ProcessEventWire() {}

    /// Asks to be told of everything.
    static void writeListen(NetlinkWriter writer) {
        int start = writer.message(Netlink.NLMSG_DONE, 0, 0);
        writer.raw32(CN_IDX_PROC).raw32(CN_VAL_PROC).raw32(0).raw32(0);
        writer.raw16(Integer.BYTES).raw16(0).raw32(PROC_CN_MCAST_LISTEN);
        writer.finish(start);
    }

    /// What a message says, if it says anything about a process as a whole: the threads of one are left out.
    static ProcessMonitor.Event read(NetlinkReader reader) {
        if (reader.payload() < LARGEST || reader.header32(0) != CN_IDX_PROC) {
            return ProcessMonitor.Event.OTHER;
        }
        return switch (reader.header32(CN_MSG_SIZE)) {
            case PROC_EVENT_NONE -> ProcessMonitor.Event.ANSWERED;
            case PROC_EVENT_FORK -> whole(reader, CHILD_PID, CHILD_TGID, ProcessMonitor.Event.FORKED);
            // By then the thread that did it is the only one.
            case PROC_EVENT_EXEC -> ProcessMonitor.Event.EXECUTED;
            case PROC_EVENT_COMM -> whole(reader, PID, TGID, ProcessMonitor.Event.RENAMED);
            case PROC_EVENT_EXIT -> whole(reader, PID, TGID, ProcessMonitor.Event.EXITED);
            default -> ProcessMonitor.Event.OTHER;
        };
    }

    private static ProcessMonitor.Event whole(NetlinkReader reader, int thread, int process,
            ProcessMonitor.Event event) {
        return reader.header32(thread) == reader.header32(process) ? event : ProcessMonitor.Event.OTHER;
    }

    /// Of an ANSWERED: 0, or the errno.
    static int error(NetlinkReader reader) {
        return reader.header32(DATA);
    }

    /// Of a FORKED: the new process.
    static int child(NetlinkReader reader) {
        return reader.header32(CHILD_TGID);
    }

    static int parent(NetlinkReader reader) {
        return reader.header32(PARENT_TGID);
    }

    /// Of any other: the process.
    static int process(NetlinkReader reader) {
        return reader.header32(TGID);
    }

    /// Of a RENAMED: the new name, from position to limit.
    static void name(NetlinkReader reader, ByteBuffer into) {
        into.clear();
        for (int i = 0; i < COMM_SIZE - 1 && reader.header8(COMM + i) != 0; i++) {
            into.put((byte) reader.header8(COMM + i));
        }
        into.flip();
    }
}
