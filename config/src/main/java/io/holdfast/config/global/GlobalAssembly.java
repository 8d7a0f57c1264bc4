package io.holdfast.config.global;

import io.holdfast.config.finding.Problem;
import io.holdfast.config.table.Draft;
import io.holdfast.config.table.Draft.Entry;
import io.holdfast.config.table.Reporter;
import io.holdfast.notify.PipesSpec;
import io.holdfast.supervise.GlobalSpec;
import io.holdfast.supervise.NetlinkBuffers;
import io.holdfast.supervise.ProcessSpec;
import io.holdfast.supervise.ScriptsSpec;
import io.holdfast.supervise.ServicesSpec;
import java.util.Optional;
import java.util.OptionalInt;

/// Makes a [GlobalSpec] of what was written.
public final class GlobalAssembly {
    private static final String VRRP_PROCESS = "keepalived_vrrp";

    private GlobalAssembly() {}

    /// @param scripts what is run at the start and at the end
    /// @param pipes   what is told of changes of state
    public static GlobalSpec spec(Draft root, Draft global, ScriptsSpec scripts, PipesSpec pipes, Reporter report) {
        Optional<String> instance = root.value(GlobalRoot.INSTANCE);
        Optional<String> vrrpName = global.value(ProcessKeywords.VRRP.name());
        if (vrrpName.isEmpty() && global.has(GlobalKeywords.PROCESS_NAMES)) {
            vrrpName = Optional.of(VRRP_PROCESS);
        }
        return new GlobalSpec(global.value(GlobalKeywords.ROUTER_ID), instance,
                root.has(GlobalRoot.USE_PID_DIR) || instance.isPresent(),
                root.value(GlobalRoot.CHILD_WAIT_TIME, GlobalSpec.DEFAULT.childWait()),
                optional(global.value(GlobalKeywords.UMASK)), global.value(GlobalKeywords.PROCESS_NAME), vrrpName,
                ProcessKeywords.VRRP.scheduling(global), global.value(GlobalKeywords.AUTO_REALTIME, true),
                optional(global.value(GlobalKeywords.MAX_AUTO_PRIORITY)),
                global.value(GlobalKeywords.MIN_AUTO_PRIORITY_DELAY, GlobalSpec.DEFAULT.minAutoPriorityDelay()),
                netlinkBuffers(global), global.has(GlobalKeywords.DISABLE_LOCAL_IGMP),
                !global.value(GlobalKeywords.CONTROL_SOCKET, true),
                services(global, scripts, pipes, report));
    }

    private static OptionalInt optional(Optional<Integer> value) {
        return value.isPresent() ? OptionalInt.of(value.get()) : OptionalInt.empty();
    }

    private static NetlinkBuffers netlinkBuffers(Draft global) {
        return new NetlinkBuffers(optional(global.value(GlobalKeywords.NETLINK_MONITOR_BUFFER)),
                global.value(GlobalKeywords.NETLINK_MONITOR_FORCE, false),
                optional(global.value(GlobalKeywords.NETLINK_COMMAND_BUFFER)));
    }

    private static ServicesSpec services(Draft global, ScriptsSpec scripts, PipesSpec pipes,
            Reporter report) {
        Optional<String> checkerName = global.value(ProcessKeywords.CHECKER.name());
        return new ServicesSpec(
                new ProcessSpec(checkerName.isPresent() ? checkerName : oldCheckerName(global, report),
                        ProcessKeywords.CHECKER.scheduling(global), BufferKeywords.checkers(global)),
                new ProcessSpec(global.value(ProcessKeywords.BFD.name()), ProcessKeywords.BFD.scheduling(global),
                        NetlinkBuffers.DEFAULT),
                MailKeywords.spec(global), FirewallKeywords.spec(global), IpvsKeywords.spec(global),
                ManagementKeywords.spec(global), FileKeywords.spec(global), InterfaceKeywords.spec(global, report),
                BufferKeywords.processMonitor(global), scripts, pipes);
    }

    private static Optional<String> oldCheckerName(Draft global, Reporter report) {
        Optional<Entry<String>> old = global.last(GlobalKeywords.LVS_PROCESS_NAME);
        if (old.isPresent()) {
            report.add(Problem.OLD_FORM, old.get().word().place(),
                    "lvs_process_name is called checker_process_name now").so("it is used").done();
        }
        return global.value(GlobalKeywords.LVS_PROCESS_NAME);
    }
}
