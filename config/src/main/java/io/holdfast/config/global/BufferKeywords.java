package io.holdfast.config.global;

import io.holdfast.config.table.Block;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Effect;
import io.holdfast.config.table.Keyword;
import io.holdfast.config.table.Rows;
import io.holdfast.config.value.Values;
import io.holdfast.supervise.NetlinkBuffers;
import io.holdfast.supervise.ReceiveBuffer;
import java.util.Optional;
import java.util.OptionalInt;

/// How much may wait to be read by sockets of which there is but one.
final class BufferKeywords {
    static final Block BLOCK = Block.part();
    private static final long U32 = 4_294_967_295L;
    private static final Rows DOES = BLOCK.rows(Effect.EFFECTIVE);
    private static final Rows NOT_YET = BLOCK.rows(Effect.ACCEPTED);

    static final Keyword<Integer> PROCESS_MONITOR = size(DOES, "process_monitor_rcv_bufs",
            "Receive buffer for reports of processes that start and end.");
    static final Keyword<Boolean> PROCESS_MONITOR_FORCE = force(DOES, "process_monitor_rcv_bufs_force");
    static final Keyword<Integer> LVS_COMMAND = size(NOT_YET, "lvs_netlink_cmd_rcv_bufs",
            "Receive buffer of the checker process for the kernel's answers.");
    static final Keyword<Boolean> LVS_COMMAND_FORCE = force(NOT_YET, "lvs_netlink_cmd_rcv_bufs_force");
    static final Keyword<Integer> LVS_MONITOR = size(NOT_YET, "lvs_netlink_monitor_rcv_bufs",
            "Receive buffer of the checker process for the kernel's reports of changes.");
    static final Keyword<Boolean> LVS_MONITOR_FORCE = force(NOT_YET, "lvs_netlink_monitor_rcv_bufs_force");

    private BufferKeywords() {}

    private static Keyword<Integer> size(Rows rows, String name, String doc) {
        return rows.lax(name, Values.integer(1, U32), doc);
    }

    private static Keyword<Boolean> force(Rows rows, String name) {
        return rows.optional(name, Values.BOOL, true, "Beyond net.core.rmem_max, too.");
    }

    static ReceiveBuffer processMonitor(Draft global) {
        return new ReceiveBuffer(bytes(global, PROCESS_MONITOR), global.value(PROCESS_MONITOR_FORCE, false));
    }

    static NetlinkBuffers checkers(Draft global) {
        return new NetlinkBuffers(bytes(global, LVS_MONITOR), global.value(LVS_MONITOR_FORCE, false),
                bytes(global, LVS_COMMAND));
    }

    private static OptionalInt bytes(Draft global, Keyword<Integer> keyword) {
        Optional<Integer> bytes = global.value(keyword);
        return bytes.isPresent() ? OptionalInt.of(bytes.get()) : OptionalInt.empty();
    }
}
