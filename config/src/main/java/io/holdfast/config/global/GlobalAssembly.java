package io.holdfast.config.global;

import io.holdfast.config.table.Draft;
import io.holdfast.supervise.GlobalSpec;
import io.holdfast.supervise.NetlinkBuffers;
import io.holdfast.supervise.SchedulingSpec;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Makes a [GlobalSpec] of what was written.
public final class GlobalAssembly {
    private static final String VRRP_PROCESS = "keepalived_vrrp";

    private GlobalAssembly() {}

    public static GlobalSpec spec(Draft root, Draft global) {
        Optional<String> instance = root.value(GlobalRoot.INSTANCE);
        Optional<String> vrrpName = global.value(GlobalKeywords.VRRP_PROCESS_NAME);
        if (vrrpName.isEmpty() && global.has(GlobalKeywords.PROCESS_NAMES)) {
            vrrpName = Optional.of(VRRP_PROCESS);
        }
        return new GlobalSpec(global.value(GlobalKeywords.ROUTER_ID), instance,
                root.has(GlobalRoot.USE_PID_DIR) || instance.isPresent(),
                root.value(GlobalRoot.CHILD_WAIT_TIME, GlobalSpec.DEFAULT.childWait()),
                optional(global.value(GlobalKeywords.UMASK)), global.value(GlobalKeywords.PROCESS_NAME), vrrpName,
                vrrpScheduling(global), global.value(GlobalKeywords.AUTO_REALTIME, true),
                optional(global.value(GlobalKeywords.MAX_AUTO_PRIORITY)),
                global.value(GlobalKeywords.MIN_AUTO_PRIORITY_DELAY, GlobalSpec.DEFAULT.minAutoPriorityDelay()),
                netlinkBuffers(global), global.has(GlobalKeywords.DISABLE_LOCAL_IGMP));
    }

    private static OptionalInt optional(Optional<Integer> value) {
        return value.isPresent() ? OptionalInt.of(value.get()) : OptionalInt.empty();
    }

    private static NetlinkBuffers netlinkBuffers(Draft global) {
        return new NetlinkBuffers(optional(global.value(GlobalKeywords.NETLINK_MONITOR_BUFFER)),
                global.value(GlobalKeywords.NETLINK_MONITOR_FORCE, false),
                optional(global.value(GlobalKeywords.NETLINK_COMMAND_BUFFER)));
    }

    private static SchedulingSpec vrrpScheduling(Draft global) {
        var limit = global.value(GlobalKeywords.VRRP_RLIMIT_RTTIME);
        return new SchedulingSpec(global.value(GlobalKeywords.VRRP_PRIORITY, 0),
                global.has(GlobalKeywords.VRRP_NO_SWAP), global.value(GlobalKeywords.VRRP_RT_PRIORITY, 0),
                global.value(GlobalKeywords.VRRP_CPU_AFFINITY, List.of()),
                limit.isPresent() ? limit : global.value(GlobalKeywords.VRRP_RLIMIT_RTIME));
    }
}
