package io.holdfast.config.plan;

import io.holdfast.config.Configuration;
import io.holdfast.config.global.GlobalKeywords;
import io.holdfast.config.global.GlobalRoot;
import io.holdfast.config.global.ProcessKeywords;
import io.holdfast.node.NodeSpec;
import io.holdfast.supervise.GlobalSpec;
import io.holdfast.supervise.SchedulingSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What differs between two configurations in `global_defs` and at the top level. Defaults for instances are not shown
/// here but with each instance that follows them.
final class GlobalChanges {
    private final SettingChanges changes = new SettingChanges();

    private GlobalChanges() {}

    static List<SettingChange> between(Configuration before, Configuration after) {
        GlobalChanges all = new GlobalChanges();
        all.daemon(before.global(), after.global());
        all.scheduling(before.global().vrrpScheduling(), after.global().vrrpScheduling());
        all.node(before.node(), after.node());
        return all.changes.list();
    }

    private void daemon(GlobalSpec before, GlobalSpec after) {
        changes.optional(GlobalKeywords.ROUTER_ID, before.routerId(), after.routerId());
        changes.optional(GlobalRoot.INSTANCE, before.instanceName(), after.instanceName());
        changes.flag(GlobalRoot.USE_PID_DIR, before.usePidDirectory(), after.usePidDirectory());
        changes.seconds(GlobalRoot.CHILD_WAIT_TIME, before.childWait(), after.childWait());
        changes.text(GlobalKeywords.UMASK, umask(before), umask(after));
        changes.optional(GlobalKeywords.PROCESS_NAME, before.parentProcessName(), after.parentProcessName());
        changes.optional(ProcessKeywords.VRRP.name(), before.vrrpProcessName(), after.vrrpProcessName());
        changes.flag(GlobalKeywords.AUTO_REALTIME, before.autoRealtime(), after.autoRealtime());
        changes.flag(GlobalKeywords.CONTROL_SOCKET, !before.controlSocketDisabled(), !after.controlSocketDisabled());
        changes.number(GlobalKeywords.MAX_AUTO_PRIORITY, before.maxAutoPriority(), after.maxAutoPriority());
        changes.number(GlobalKeywords.MIN_AUTO_PRIORITY_DELAY, micros(before.minAutoPriorityDelay()),
                micros(after.minAutoPriorityDelay()));
    }

    private void scheduling(SchedulingSpec before, SchedulingSpec after) {
        changes.number(ProcessKeywords.VRRP.priority(), before.niceness(), after.niceness());
        changes.flag(ProcessKeywords.VRRP.noSwap(), before.noSwap(), after.noSwap());
        changes.number(ProcessKeywords.VRRP.realtimePriority(), before.realtimePriority(), after.realtimePriority());
        changes.entries(ProcessKeywords.VRRP.cpus(), before.cpus().stream().map(String::valueOf).toList(),
                after.cpus().stream().map(String::valueOf).toList());
        changes.optional(ProcessKeywords.VRRP.limit(), micros(before.realtimeLimit()),
                micros(after.realtimeLimit()));
    }

    private void node(NodeSpec before, NodeSpec after) {
        changes.seconds(GlobalKeywords.STARTUP_DELAY, before.startupDelay(), after.startupDelay());
        changes.seconds(GlobalKeywords.DELAY_AFTER_BOOT, before.delayAfterBoot(), after.delayAfterBoot());
        changes.flag(GlobalKeywords.LOG_UNKNOWN_VRIDS, before.logUnknownVrids(), after.logUnknownVrids());
    }

    private static String umask(GlobalSpec spec) {
        return spec.umask().isPresent() ? "0" + Integer.toOctalString(spec.umask().getAsInt()) : "none";
    }

    private static Optional<Long> micros(Optional<Duration> value) {
        return value.map(GlobalChanges::micros);
    }

    private static long micros(Duration value) {
        return value.toNanos() / 1_000;
    }
}
